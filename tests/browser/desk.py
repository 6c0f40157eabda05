"""What an officer does at the desk, for tests that need it done."""

from playwright.sync_api import Locator, Page, expect


def enter_relation(page: Page, *, partner: str, signed: str, for_everybody: bool = True) -> str:
    """Enter a project agreement with a city as an officer does, and return its desk address.

    Each test names a partner of its own: the register refuses the same relation twice.
    """
    page.goto("/en/desk/add/")
    page.get_by_role("searchbox", name="Name of a city, region or organisation").fill(partner)
    page.locator("#candidates tbody").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="The other parties")).to_be_visible()
    page.get_by_label("Instrument").select_option("project agreement")
    page.get_by_role("radio", name="everybody" if for_everybody else "only your workspace").check()
    page.get_by_label("Act", exact=True).select_option("signed")
    page.get_by_label("Date", exact=True).fill(signed)
    page.get_by_role("button", name="Save the relation").click()
    expect(
        page.get_by_role("status").filter(has_text="The relation is in the register.")
    ).to_be_visible()
    return page.url


def record_act(page: Page, relation: str, *, kind: str, happened: str) -> None:
    """Record an act of a relation; whether it was accepted is for the test to ask."""
    page.goto(relation)
    page.get_by_role("link", name="Record an act").click()
    page.get_by_label("Act", exact=True).select_option(kind)
    page.get_by_label("Date", exact=True).fill(happened)
    page.get_by_role("button", name="Record the act").click()


def acts(page: Page) -> Locator:
    """The rows of the acts on the open relation, on the desk or on the portal."""
    return page.get_by_role("region", name="What happened").locator("tbody tr")


def history(page: Page) -> Locator:
    """The lines of who changed what on the open relation at the desk."""
    return page.get_by_role("region", name="Who changed what, when and why").locator("ol > li")
