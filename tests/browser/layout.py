"""Whether a page fits the screens it is read on, and can be read on them."""

from playwright.sync_api import Page

WIDTHS = (320, 768, 1440)
"""A phone (or a screen of 1280 pixels at four times the size), a tablet, a desk."""

_INVISIBLE = """
[...document.querySelectorAll("a, button, label, th, td, p, li")]
  .filter(element => element.checkVisibility() && element.textContent.trim() !== "")
  .filter(element => {
    const {color, backgroundColor} = getComputedStyle(element);
    return color === backgroundColor;
  })
  .map(element => element.textContent.trim())
"""


def too_wide(page: Page) -> dict[int, int]:
    """Return by how many pixels the open page is wider than the screen, where it is."""
    excess = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        needed: int = page.evaluate("document.scrollingElement.scrollWidth")
        if needed > width:
            excess[width] = needed - width
    return excess


def invisible_words(page: Page) -> list[str]:
    """Return what is written in the very colour it stands on: axe takes that for a purpose."""
    found: list[str] = page.evaluate(_INVISIBLE)
    return found
