// Runs before the first paint: a colour scheme chosen earlier must not flash in late.
try {
  const chosen = localStorage.getItem("elci.scheme");
  if (chosen === "light" || chosen === "dark") {
    document.documentElement.dataset.colorScheme = chosen;
  }
  if (localStorage.getItem("elci.density") === "roomy") {
    document.documentElement.dataset.density = "roomy";
  }
} catch {
  // No storage, no memory: the reader's system decides.
}
document.documentElement.classList.add("js");
