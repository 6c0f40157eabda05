// Rows of 36 or of 44 pixels.
import { remember } from "./memory.mjs";

const root = document.documentElement;
const isRoomy = () => root.dataset.density === "roomy";

function showAll() {
  for (const button of document.querySelectorAll("[data-density-switch]")) {
    button.textContent = isRoomy() ? button.dataset.dense : button.dataset.roomy;
  }
}

export function startDensity() {
  showAll();
  document.addEventListener("htmx:after:swap", showAll);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-density-switch]") == null) return;
    root.dataset.density = isRoomy() ? "dense" : "roomy";
    remember("density", root.dataset.density);
    showAll();
  });
}
