// Errors come into view, and unsaved changes are not left by accident.
export function startForms() {
  document.querySelector("[data-error-summary]")?.focus();
  for (const form of document.querySelectorAll("form[data-unsaved]")) watch(form);
}

function watch(form) {
  let isChanged = form.querySelector("[aria-invalid=true]") !== null;
  form.addEventListener("input", () => {
    isChanged = true;
  });
  form.addEventListener("submit", () => {
    isChanged = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (isChanged) event.preventDefault();
  });
}
