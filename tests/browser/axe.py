"""What axe finds on a page."""

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def wcag_violations(page: Page) -> list[str]:
    """Return the violations of WCAG 2.2 A and AA, each as ``rule: element, element``."""
    # ``evaluate`` is not bound by the policy of the page; a script element would be.
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found = page.evaluate(
        "async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations']}))"
        ".violations.map(({id, nodes}) => [id, nodes.map(node => node.target.join(' '))])",
        RULES,
    )
    return [f"{rule}: {', '.join(elements)}" for rule, elements in found]
