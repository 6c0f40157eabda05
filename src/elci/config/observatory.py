"""The commands that keep results of the observatory, and take in a newer data set."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from elci.domain.texts import Text

_SAID: Final = {
    "rows": Text("okunan satır", "rows read"),
    "ties": Text("bağ", "ties"),
    "cities": Text("şehir", "cities"),
    "without_place": Text(
        "satırda bir ucun GeoNames kimliği yok veya bilinmiyor",
        "rows of which an end has no GeoNames id, or an unknown one",
    ),
    "loops": Text("satır bir şehri kendisine bağlıyor", "rows link a city with itself"),
    "repeated": Text("satır bir bağı yineliyor", "rows state a tie again"),
    "unreadable": Text("satır okunamadı", "rows could not be read"),
    "new": Text("bağ yeni", "ties are new"),
    "gone": Text("bağ artık bildirilmiyor", "ties are no longer stated"),
    "changed": Text("bağın yılları değişti", "ties have other years"),
}


def refresh(file: Path, *, stated_on: date, language: str, apply: bool) -> Iterator[str]:
    """Yield what an export holds and changes; make it current where that is asked for.

    Raises ``ValueError`` with what to do, in the reader's language.
    """
    from elci.domain.geography.exports import (  # noqa: PLC0415 -- the settings come first
        ExportRefusedError,
    )
    from elci.observatory import actions  # noqa: PLC0415 -- as above

    try:
        content = file.read_bytes()
    except OSError as error:
        raise ValueError(f"{file}: {error.strerror}") from error
    try:
        found = actions.propose(content, file_name=file.name, stated_on=stated_on)
    except ExportRefusedError as error:
        raise ValueError(error.told.in_language(language)) from error
    for name, number in actions.counts_of(found).items():
        yield f"{number:>8} {_SAID[name].in_language(language)}"
    if not apply:
        yield _NOT_APPLIED.in_language(language)
        return
    made = actions.make_current(found)
    yield Text(
        f"{made.stated_on} tarihli veri kümesi artık günceldir; öncekiler saklanıyor. Sayılar için "
        "“elci network keep” komutunu çalıştırınız.",
        f"The data set of {made.stated_on} is current now; those before are kept. Run “elci "
        "network keep” for its numbers.",
    ).in_language(language)


_NOT_APPLIED: Final = Text(
    "Hiçbir şey değişmedi. Veri kümesini güncel kılmak için komuta --apply ekleyiniz.",
    "Nothing has changed. Add --apply to make it the current data set.",
)


def keep_all(*, today: date, language: str) -> Iterator[str]:
    """Compute and keep what is not kept yet of each source's network, and yield what was done."""
    from elci.foundation.eyes import PUBLIC  # noqa: PLC0415 -- as above
    from elci.observatory.actions import keep_missing  # noqa: PLC0415 -- as above
    from elci.observatory.choices import NetworkSource  # noqa: PLC0415 -- as above
    from elci.observatory.queries.networks import network_of  # noqa: PLC0415 -- as above

    for source in NetworkSource:
        whole = network_of(source, PUBLIC, day=today)
        for kind, is_new in keep_missing(whole):
            done = Text("hesaplandı", "computed") if is_new else Text("günceldi", "up to date")
            yield f"{source.value} {kind.value}: {done.in_language(language)}"
