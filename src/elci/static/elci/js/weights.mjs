// Beside a weight stands its number, also while it is moved.
export function startWeights() {
  document.addEventListener("input", (event) => {
    const range = event.target.closest?.("[data-weight]");
    if (range) range.nextElementSibling.textContent = range.value;
  });
}
