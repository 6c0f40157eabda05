// "/" searches, j and k move through a table, Enter opens (the row's link has the focus), "?" shows all.
const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

const isTyping = (event) => event.target.matches?.(FIELDS) ?? false;
const hasModifier = (event) => event.ctrlKey || event.metaKey || event.altKey;

function rowLinks() {
  const rows = document.querySelectorAll("table[data-rows] tbody tr");
  return [...rows].map((row) => row.querySelector("a[href]")).filter((link) => link !== null);
}

export function nextIndex(current, step, length) {
  if (length === 0) return -1;
  if (current === -1) return step > 0 ? 0 : length - 1;
  return Math.min(Math.max(current + step, 0), length - 1);
}

function move(step) {
  const links = rowLinks();
  const row = document.activeElement?.closest("table[data-rows] tbody tr");
  const current = links.findIndex((link) => row?.contains(link));
  const next = links[nextIndex(current, step, links.length)];
  next?.focus();
  next?.closest("tr").scrollIntoView({ block: "nearest" });
}

const KEYS = {
  "/": () => {
    const box = document.querySelector("[data-search]");
    box?.focus();
    box?.select();
  },
  j: () => move(1),
  k: () => move(-1),
  "?": () => document.querySelector("[data-keys]")?.showModal(),
};

export function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    const isBusy = document.querySelector("dialog[open]") !== null;
    if (act === undefined || isBusy || isTyping(event) || hasModifier(event)) return;
    event.preventDefault();
    act();
  });
}
