// One polite live region for the whole page; base.html holds it.
export function announce(sentence) {
  const region = document.getElementById("announcer");
  if (region === null || !sentence) return;
  region.textContent = "";
  // An emptied region must be seen empty once, or the same sentence is not read again.
  setTimeout(() => {
    region.textContent = sentence;
  }, 50);
}
