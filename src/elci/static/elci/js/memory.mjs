// Small choices of one reader, kept in the browser where it allows that.
export function remember(name, value) {
  try {
    localStorage.setItem(`elci.${name}`, value);
  } catch {
    // Storage is off: the choice lasts as long as the page.
  }
}
