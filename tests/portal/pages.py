"""Pages as a browser reads them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client

HOME = "/tr/"
PAGES = ("/", "timeline/", "statistics/", "glossary/", "about/")
VOID = {"meta", "link", "input", "br", "img", "hr", "path", "circle", "use"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Page:
    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [
            each
            for each in self.elements
            if each.tag == tag
            and all(each.attributes.get(name) == value for name, value in attributes.items())
        ]

    def texts(self, tag: str, **attributes: str) -> list[str]:
        return [" ".join(each.text.split()) for each in self.all(tag, **attributes)]

    def links(self) -> dict[str, str]:
        """Where each link leads, by its words."""
        return {
            " ".join(each.text.split()): each.attributes.get("href", "") for each in self.all("a")
        }

    @property
    def text(self) -> str:
        return " ".join(self.all("body")[0].text.split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.page.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if any(each.tag == tag for each in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read(response: HttpResponse) -> Page:
    reader = _Reader()
    reader.feed(response.content.decode())
    reader.close()
    return reader.page


def get(client: Client, address: str, status: int = 200) -> Page:
    response = client.get(address)
    assert response.status_code == status, address
    return read(response)


def listed(page: Page) -> list[str]:
    """Addresses of the relations that the page's table lists, in their order."""
    return [
        each.attributes["href"]
        for each in page.all("a")
        if "/relations/" in each.attributes.get("href", "") and each.text.strip()
    ]
