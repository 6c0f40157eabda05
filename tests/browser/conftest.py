"""The real product, Debian's Chromium, and pages that hear complaints."""

import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    sync_playwright,
)

from tests.browser.product import Served, product

OFFICE = "ministry@example.org"
HERE = Path(__file__).parent
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder; those of one file share a worker and so a product."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group(f"browser-{item.path.stem}"))


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The product with Istanbul's register, for the whole run: tests add records of their own."""
    with product(tmp_path_factory.mktemp("product"), password=secrets.token_urlsafe(18)) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed (on Debian: apt-get install chromium)")
    # Playwright keeps an event loop in this thread; without this Django would refuse the
    # database to every test that follows in the same process.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with sync_playwright() as playwright:
            running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            yield running
            running.close()
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def desk_session(
    browser: Browser, served: Served, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The cookies of the desk officer, who signs in once for the whole run."""
    kept = tmp_path_factory.mktemp("session") / "cookies.json"
    return _signed_in(browser, served, served.email, kept)


@pytest.fixture(scope="session")
def ministry_session(
    browser: Browser, served: Served, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The cookies of somebody who decides for the sample ministry, signed in once."""
    kept = tmp_path_factory.mktemp("ministry") / "cookies.json"
    return _signed_in(browser, served, OFFICE, kept)


def _signed_in(browser: Browser, served: Served, email: str, kept: Path) -> Path:
    context = browser.new_context(base_url=served.address)
    page = context.new_page()
    page.goto("/en/desk/sign-in/")
    page.locator("input[type=email]").fill(email)
    page.locator("input[type=password]").fill(served.password)
    page.locator("input[type=password]").press("Enter")
    page.wait_for_url(lambda address: "sign-in" not in address)
    context.storage_state(path=kept)
    context.close()
    return kept


@pytest.fixture
def context(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    """A reader who is not signed in; ``page.goto("/en/")`` opens the product's home page."""
    opened = browser.new_context(base_url=served.address, reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, served: Served) -> Iterator[Page]:
    """A page of such a reader; an error in its console or a call to another host fails the test."""
    yield from _heard(context.new_page(), served)


@pytest.fixture
def desk_page(browser: Browser, served: Served, desk_session: Path) -> Iterator[Page]:
    """A page of the desk officer, who is signed in; it is listened to as ``page`` is."""
    opened = browser.new_context(
        base_url=served.address, reduced_motion="reduce", storage_state=desk_session
    )
    yield from _heard(opened.new_page(), served)
    opened.close()


@pytest.fixture
def ministry_page(browser: Browser, served: Served, ministry_session: Path) -> Iterator[Page]:
    """A page of somebody who decides for the sample ministry."""
    opened = browser.new_context(
        base_url=served.address, reduced_motion="reduce", storage_state=ministry_session
    )
    yield opened.new_page()
    opened.close()


@pytest.fixture
def plain_page(browser: Browser, served: Served) -> Iterator[Page]:
    """A page of a reader whose browser runs no scripts."""
    opened = browser.new_context(base_url=served.address, java_script_enabled=False)
    yield from _heard(opened.new_page(), served)
    opened.close()


def _heard(page: Page, served: Served) -> Iterator[Page]:
    complaints: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        # An answer above 399 is told here too: of the page itself the test asks, the parts below.
        if said.type == "error" and not said.text.startswith("Failed to load resource"):
            complaints.append(said.text)

    def look_at(answer: Response) -> None:
        if answer.status >= 400 and answer.request.resource_type != "document":
            complaints.append(f"{answer.url} answers {answer.status}")

    def follow(asked: Request) -> None:
        if not asked.url.startswith((served.address, "data:", "blob:", "about:")):
            complaints.append(f"asked {asked.url}")

    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", hear)
    page.on("response", look_at)
    page.on("request", follow)
    yield page
    assert complaints == []
