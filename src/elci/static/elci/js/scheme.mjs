// The colours: of the system, light, dark, and round again. theme.mjs applies the choice before paint.
import { remember } from "./memory.mjs";

const NEXT = { auto: "light", light: "dark", dark: "auto" };

export function startScheme() {
  const root = document.documentElement;
  const show = (button) => {
    button.textContent = button.dataset[root.dataset.colorScheme ?? "auto"];
  };
  for (const button of document.querySelectorAll("[data-scheme-switch]")) {
    show(button);
    button.addEventListener("click", () => {
      root.dataset.colorScheme = NEXT[root.dataset.colorScheme] ?? "light";
      remember("scheme", root.dataset.colorScheme);
      show(button);
    });
  }
}
