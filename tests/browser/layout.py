"""Whether a page fits the screens it is read on."""

from playwright.sync_api import Page

WIDTHS = (320, 768, 1440)
"""A phone (or a screen of 1280 pixels at four times the size), a tablet, a desk."""


def too_wide(page: Page) -> dict[int, int]:
    """Return by how many pixels the open page is wider than the screen, where it is."""
    excess = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        needed: int = page.evaluate("document.scrollingElement.scrollWidth")
        if needed > width:
            excess[width] = needed - width
    return excess
