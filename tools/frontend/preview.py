"""Pages that show every part, to be looked at: ``python -m tools.frontend.preview``.

Writes ``build/preview/<language>-<page>.html``; serve that folder and open it.
"""

import itertools
import math
import shutil
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "src"))

import django  # noqa: E402  the package's folder must be on the path first
from django.conf import settings  # noqa: E402  after the settings are chosen
from django.template.loader import render_to_string  # noqa: E402  after the settings are chosen
from django.utils import translation  # noqa: E402  after the settings are chosen

from elci.domain.map_labels import Label, label_width, place_labels  # noqa: E402  after the settings are chosen
from elci.domain.maps import VIEW_BOX, great_circle, project, strike, svg_path  # noqa: E402  after the settings are chosen
from tools.frontend.preview_register import HOST, PARTNERS, Partner  # noqa: E402  after the settings are chosen

STANDINGS = (
    ("in_force", "yürürlükte"),
    ("possibly_in_force", "büyük olasılıkla yürürlükte"),
    ("suspended", "askıda"),
    ("ended", "sona ermiş"),
    ("unknown", "bilinmiyor"),
    ("proposed", "önerilmiş"),
    ("permitted", "izin verilmiş"),
)
INSTRUMENTS = (
    ("sister_city", "kardeş şehir"),
    ("cooperation_protocol", "iş birliği protokolü"),
    ("memorandum", "mutabakat zaptı"),
    ("goodwill_letter", "iyi niyet mektubu"),
    ("preliminary_protocol", "ön protokol"),
    ("project_agreement", "proje sözleşmesi"),
    ("membership", "üyelik"),
)
WORDS = dict(STANDINGS) | {
    "expired": "süresi dolmuş",
    "superseded": "yerini yenisine bırakmış",
    "refused": "izin verilmemiş",
}


def configure() -> None:
    """Just enough Django to render templates; no database, no pages."""
    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles", "django.forms"],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [ROOT / "src/elci/templates", ROOT / "tools/frontend/previews"],
                "OPTIONS": {
                    "string_if_invalid": "MISSING(%s)",
                    "libraries": {"drawing": "elci.foundation.templatetags.drawing"},
                },
            }
        ],
        STATIC_URL="/static/",
        LOCALE_PATHS=[ROOT / "src/elci/locale"],
        LANGUAGES=[("tr", "Türkçe"), ("en", "English")],
        USE_I18N=True,
    )
    django.setup()


def arcs() -> list[dict[str, Any]]:
    """The lines from the host, the ended ones first and so below."""
    drawn = []
    for partner in sorted(PARTNERS, key=lambda each: each.standing == "in_force"):
        lines = great_circle(HOST, (partner.latitude, partner.longitude))
        crossed = partner.standing in {"ended", "expired", "superseded", "refused"}
        drawn.append(
            {
                "key": partner.key,
                "standing": partner.standing,
                "paths": [svg_path(line) for line in lines],
                "strike": svg_path(strike(lines)) if crossed else "",
            }
        )
    return drawn


def places() -> list[dict[str, Any]]:
    """The points with their names, as far as there is room."""
    host = Partner("İstanbul", "Türkiye", *HOST, "")
    everyone = (*PARTNERS, host)
    wishes = [
        Label(
            key=each.key,
            point=project(each.latitude, each.longitude),
            width=label_width(each.name, 12),
            height=13,
            importance=math.inf if each is host else each.standing == "in_force",
        )
        for each in everyone
    ]
    found = {label.key: label for label in place_labels(wishes, zooms=(0.7, 1, 2, 4, 8))}
    return [
        {
            "key": each.key,
            "name": each.name,
            "x": round(wish.point.x, 1),
            "y": round(wish.point.y, 1),
            "url": "#",
            "is_host": each is host,
            "label": found.get(each.key),
        }
        for each, wish in zip(everyone, wishes, strict=True)
    ]


def timeline() -> dict[str, Any]:
    """Six rows, each with another standing."""
    left, right, first, last = 190, 960, 1960, 2026
    x_of = {
        year: round(left + (right - left) * (year - first) / (last - first), 1)
        for year in range(first, last + 1)
    }
    rows = []
    starts = itertools.count(1965, 7)
    for number, (standing, word) in enumerate(STANDINGS):
        start = next(starts)
        spans = [{"standing": standing, "start": x_of[start], "end": x_of[2026]}]
        between = 2 if number % 2 else 0
        acts = [
            {
                "kind": "signed",
                "x": x_of[start],
                "earliest": x_of[start - between],
                "latest": x_of[start + between],
                "title": f"imzalandı, {start}",
            }
        ]
        rows.append({"y": 40 + number * 28, "name": word, "spans": spans, "acts": acts, "url": "#"})
    return {
        "width": 980,
        "height": 40 + len(rows) * 28,
        "label": "İlişkilerin zaman çizgisi",
        "years": [(x_of[year], year) for year in range(1960, 2021, 10)],
        "today": x_of[2026],
        "rows": rows,
    }


def option(label: str, count: int | None = None, *, is_current: bool = False) -> dict[str, Any]:
    """One word of a filter."""
    return {"label": label, "count": count, "url": "?country=DE", "is_current": is_current}


def register() -> dict[str, Any]:
    """What the page of the register shows."""
    rows = [{"partner": each, "word": WORDS[each.standing]} for each in PARTNERS]
    for row in rows:
        row["instrument_word"] = dict(INSTRUMENTS)[row["partner"].instrument]  # type: ignore[union-attr]  # a plain dict for the template
    names = ("Partner", "Ülke", "Araç", "Tarih", "Durum", "Belge")
    return {
        "rows": rows,
        "standings": STANDINGS,
        "instruments": INSTRUMENTS,
        "map": {
            "view_box": VIEW_BOX,
            "label": "Dünya haritası: İstanbul'un 37 ortağı. Aynı bilgiler aşağıdaki tablodadır.",
            "arcs": arcs(),
            "places": places(),
        },
        "slider": {
            "action": "",
            "name": "year",
            "min": 1965,
            "max": 2019,
            "value": 2019,
            "hidden": [("country", "DE")],
        },
        "columns": [
            {
                "label": name,
                "sort_url": "#" if name != "Belge" else None,
                "sort": "ascending" if name == "Partner" else "",
                "is_number": name == "Belge",
            }
            for name in names
        ],
        "filters": [
            {
                "name": "Araç",
                "options": [
                    option("hepsi", 101, is_current=True),
                    option("kardeş şehir", 41),
                    option("iş birliği protokolü", 20),
                    option("mutabakat zaptı, iyi niyet", 26),
                    option("üyelik", 14),
                ],
            },
            {"name": "Durum", "options": [option(word, 3) for _, word in STANDINGS]},
            {
                "name": "Ülke",
                "options": [option(each.country, 2) for each in PARTNERS[:6]],
                "more": [option(each.country, 1) for each in PARTNERS[6:]],
            },
        ],
        "counters": [
            {
                "number": 41,
                "label": "kardeş şehir anlaşması",
                "url": "#",
                "detail": "10.05.2019 · 40 yürürlükte, 1 sona ermiş",
            },
            {
                "number": 20,
                "label": "iş birliği protokolü",
                "url": "#",
                "detail": "10.05.2019 · 18 yürürlükte, 2 bilinmiyor",
            },
            {"number": 14, "label": "üyelik", "url": "#", "detail": "10.05.2019"},
        ],
        "pages": {
            "previous_url": None,
            "next_url": "#",
            "numbers": [(1, "#", True), (2, "#", False), ("…", None, False), (9, "#", False)],
        },
        "timeline": timeline(),
        "crumbs": [("İstanbul", "#"), ("İlişkiler", None)],
    }


def site(page: str, language: str) -> dict[str, Any]:
    """What the context processor of the product gives."""
    return {
        "name": "İstanbul",
        "home_url": f"/{language}-register.html",
        "desk_url": f"/{language}-form.html",
        "search_url": "/search",
        "language_links": [
            ("tr", "Türkçe", f"/tr-{page}.html", language == "tr"),
            ("en", "English", f"/en-{page}.html", language == "en"),
        ],
        "nav": [
            ("İlişkiler", f"/{language}-register.html", page == "register"),
            ("Üyelikler", "#", False),
            ("Sayılar", "#", False),
            ("Sözlük", f"/{language}-reading.html", page == "reading"),
            ("Hakkında", "#", False),
        ],
        "footer_links": [("Nasıl sayıyoruz", "#"), ("Veriler ve lisanslar", "#")],
    }


def write_pages(out: Path) -> None:
    """Render every page in both languages, with the static files beside them."""
    from tools.frontend.preview_form import unsound_form  # noqa: PLC0415  needs settings

    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(ROOT / "src/elci/static", out / "static")
    content = register() | {"form": unsound_form()}
    content |= {"footer_note": "Kaynak: dört tablo, 10.05.2019 itibarıyla.", "messages": []}
    for language, page in itertools.product(("tr", "en"), ("register", "form", "reading", "404")):
        template = f"preview/{page}.html" if page != "404" else "404.html"
        with translation.override(language):
            context = content | {"site": site(page, language), "is_desk": page == "form"}
            html = render_to_string(template, context)
        (out / f"{language}-{page}.html").write_text(html, encoding="utf-8")


if __name__ == "__main__":
    configure()
    write_pages(ROOT / "build" / "preview")
