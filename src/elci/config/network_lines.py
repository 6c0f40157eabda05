"""A summary of a network as lines of text, in Turkish and in English."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from elci.domain.texts import Text

_SHOWN: Final = 5
_TITLES: Final = {
    "betweenness": Text("Arada olma (köprü kuranlar)", "Betweenness (who stands between)"),
    "degree": Text("Bağ sayısı", "Number of links"),
    "page_rank": Text("PageRank", "PageRank"),
    "closeness": Text("Yakınlık", "Closeness"),
    "harmonic": Text("Harmonik yakınlık", "Harmonic closeness"),
    "core_number": Text("Çekirdek", "Core"),
    "effective_size": Text("Etkin büyüklük (aracılar)", "Effective size (brokers)"),
    "falls_apart": Text("Onsuz kaç parçaya bölünür", "Parts that it holds together"),
}
_NULLS: Final = {
    "degrees": Text("Aynı bağ sayılarıyla rastlantı", "By chance, with the same degrees"),
    "country_pairs": Text(
        "Aynı ülke çiftleriyle rastlantı", "By chance, with the same pairs of countries"
    ),
}


def summary_lines(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield a summary as lines."""
    for name, value in found["statistics"].items():
        yield f"{name}: {value}"
    yield from _first(found, language)
    yield _communities(found["communities"], language)
    for null, measures in found["null_models"].items():
        yield f"\n{_NULLS[null].in_language(language)}"
        for name, told in measures.items():
            yield f"  {name}: {_compared(told)}"
    if found["country_lifts"]:
        yield "\n" + Text("Alışılmadık ülke çiftleri", "Unusual pairs of countries").in_language(
            language
        )
        for lift in found["country_lifts"][:_SHOWN]:
            yield (
                f"  {lift['one']}-{lift['other']}: {lift['observed']} / {lift['expected']:.1f} "
                f"(z {lift['z']:+.1f})"
            )


def _first(found: Mapping[str, Any], language: str) -> Iterator[str]:
    for measure, ranked in found["first"].items():
        yield f"\n{_TITLES[measure].in_language(language)}"
        for each in ranked[:_SHOWN]:
            margin = f" ± {each['margin']:.3g}" if each["margin"] else ""
            yield (
                f"  {each['best_rank']}–{each['worst_rank']}  {each['name']}  "
                f"{each['value']:.4g}{margin}"
            )


def _communities(told: Mapping[str, Any], language: str) -> str:
    stability = "–" if told["stability"] is None else f"{told['stability']:.2f}"
    text = Text(
        f"\nTopluluklar: {told['count']}; modülerlik {told['modularity']:.4f}; "
        f"{told['runs']} denemenin uyumu {stability}",
        f"\nCommunities: {told['count']}; modularity {told['modularity']:.4f}; "
        f"agreement of {told['runs']} runs {stability}",
    )
    return text.in_language(language)


def _compared(told: Mapping[str, Any]) -> str:
    if told["observed"] is None:
        return "–"
    if told["mean"] is None:
        return f"{told['observed']:.4g}"
    z = "" if told["z"] is None else f", z {told['z']:+.1f}"
    return (
        f"{told['observed']:.4g} / {told['mean']:.4g} [{told['low']:.4g}, {told['high']:.4g}]"
        f"{z} ({told['draws']})"
    )
