// A partner's row, arc and name light up together, by pointer and by focus.
const PARTNER = "[data-partner]";

function light(key) {
  for (const lit of document.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  if (key === undefined) return;
  for (const part of document.querySelectorAll(`[data-partner="${CSS.escape(key)}"]`)) {
    part.classList.add("is-lit");
    // The last drawn is on top.
    if (part.matches("g.place") && part !== part.parentNode.lastElementChild) raise(part);
  }
}

function raise(place) {
  const hadFocus = place.contains(document.activeElement);
  if (!hadFocus) place.parentNode.append(place);
}

const keyOf = (target) => target?.closest?.(PARTNER)?.dataset.partner;

export function startPartners() {
  let shown;
  const show = (key) => {
    if (key === shown) return;
    shown = key;
    light(key);
  };
  document.addEventListener("pointerover", (event) => {
    // A pointer that rests beside the rows must not put out what the keyboard has reached.
    show(keyOf(event.target) ?? keyOf(document.activeElement));
  });
  document.addEventListener("focusin", (event) => show(keyOf(event.target)));
  document.addEventListener("htmx:after:swap", () => {
    shown = undefined;
    light(undefined);
  });
}
