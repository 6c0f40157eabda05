"""Reading values of TOML tables, so that each fault names its line and its mend."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar

from elci.domain.law.faults import Fault
from elci.domain.law.lines import Lines, Path
from elci.domain.texts import Text

Word = TypeVar("Word", bound=StrEnum)
_NAMES: Final = {
    str: "a text",
    date: "a day such as 2018-12-10",
    dict: "a table",
    list: "a list",
    int: "a whole number",
}
_NAMES_TR: Final = {
    str: "bir metin",
    date: "2018-12-10 gibi bir gün",
    dict: "bir tablo",
    list: "bir liste",
    int: "bir tam sayı",
}


@dataclass(slots=True)
class Report:
    """The faults of one file, as they are found."""

    file: str
    lines: Lines
    faults: list[Fault] = field(default_factory=list)
    one_language: list[Path] = field(default_factory=list)
    """Where a text stands in one language only."""

    def add(self, check: str, path: Path, *, tr: str, en: str) -> None:
        """Note a fault of the thing at a path."""
        self.faults.append(
            Fault(check=check, file=self.file, line=self.lines.line_of(path), text=Text(tr, en))
        )


class Table:
    """A table of a pack, read key by key. What is not read at the end is a fault.

    A value that is wrong is reported and stands as empty, so that one run finds all faults.
    """

    def __init__(self, values: Mapping[str, Any], path: Path, report: Report) -> None:
        self.path = path
        self.report = report
        self._values = values
        self._read: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def plain(self, key: str, *, required: bool = False) -> str:
        """Return a text that is not translated; empty where it is missing."""
        found = self._of_type(key, str, required=required)
        return "" if found is None else found

    def text(self, key: str, *, required: bool = False) -> Text | None:
        """Return a text in every language; a plain one stands for all and is noted."""
        self._read.add(key)
        value = self._values.get(key)
        if value is None:
            self._miss(key, required=required)
            return None
        return self._text_of(value, (*self.path, key))

    def required_text(self, key: str) -> Text:
        """Return a text in every language, which may not be missing."""
        return self.text(key, required=True) or Text("", "")

    def day(self, key: str, *, required: bool = False) -> date | None:
        """Return a day."""
        found: date | None = self._of_type(key, date, required=required)
        return found

    def required_day(self, key: str) -> date:
        """Return a day, which may not be missing."""
        return self.day(key, required=True) or date.min

    def number(self, key: str, *, required: bool = False) -> int:
        """Return a whole number that is not negative; 0 where it is missing."""
        found = self._of_type(key, int, required=required)
        if isinstance(found, bool) or (found is not None and found < 0):
            self._wrong_type(key, int)
            return 0
        return found or 0

    def word(self, key: str, known: type[Word], *, otherwise: Word | None = None) -> Word:
        """Return one of the words of a closed list; without ``otherwise`` it may not be missing."""
        fallback = next(iter(known)) if otherwise is None else otherwise
        found = self._of_type(key, str, required=otherwise is None)
        if found is None:
            return fallback
        if found not in set(known):
            self.refuse_word(key, found, list(known))
            return fallback
        return known(found)

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that are not translated; empty where it is missing."""
        found = self._of_type(key, list)
        if found is None:
            return ()
        if not all(isinstance(each, str) for each in found):
            self._wrong_type(key, list)
            return ()
        return tuple(found)

    def table(self, key: str) -> "Table | None":
        """Return a table within this one."""
        found = self._of_type(key, dict)
        return None if found is None else Table(found, (*self.path, key), self.report)

    def tables(self, key: str) -> list["Table"]:
        """Return a list of tables within this one."""
        found = self._of_type(key, list) or []
        return [
            Table(
                each if isinstance(each, dict) else self._no_table(key, place), place, self.report
            )
            for each, place in ((each, (*self.path, key, at)) for at, each in enumerate(found))
        ]

    def named_tables(self, key: str) -> dict[str, "Table"]:
        """Return tables by their names, as in ``[step.council]``."""
        within = self.table(key)
        if within is None:
            return {}
        return {name: found for name in within if (found := within.table(name)) is not None}

    def named_texts(self, key: str) -> dict[str, Text]:
        """Return translated texts by their names."""
        within = self.table(key)
        if within is None:
            return {}
        return {name: within.required_text(name) for name in within}

    def raw(self, key: str) -> Any:
        """Return a value as it stands, for a key that takes several types."""
        self._read.add(key)
        return self._values.get(key)

    def close(self) -> None:
        """Report every key that nothing has read."""
        for key in self._values:
            if key not in self._read:
                self.refuse_key(key, self._read)

    def refuse(self, key: str, *, check: str = "K1", tr: str, en: str) -> None:
        """Report a fault of the value of a key."""
        self.report.add(check, (*self.path, key), tr=tr, en=en)

    def refuse_key(self, key: str, known: Iterable[str]) -> None:
        """Report a key that is not known, with the nearest one that is."""
        near, near_tr = _nearest(key, known)
        self.refuse(
            key,
            tr=f"{key!r} anahtarı bilinmiyor.{near_tr} Anahtarı düzeltiniz veya siliniz.",
            en=f"the key {key!r} is not known.{near} Correct the key or remove it.",
        )

    def refuse_word(self, key: str, word: str, known: Iterable[str]) -> None:
        """Report a word that is not in its closed list, with the list."""
        words = ", ".join(known)
        near, near_tr = _nearest(word, known)
        self.refuse(
            key,
            tr=f"{key} için {word!r} bilinmiyor.{near_tr} Şunlardan biri olmalıdır: {words}.",
            en=f"{word!r} is not known as {key}.{near} Use one of: {words}.",
        )

    def _text_of(self, value: Any, path: Path) -> Text | None:
        if isinstance(value, str):
            self.report.one_language.append(path)
            return Text(value, value)
        if not isinstance(value, dict) or set(value) != {"tr", "en"} or not _all_texts(value):
            self.report.add(
                "K22",
                path,
                tr='metin her iki dilde olmalıdır: {tr = "…", en = "…"} yazınız.',
                en='the text must stand in both languages: write {tr = "…", en = "…"}.',
            )
            return None
        return Text(value["tr"], value["en"])

    def _of_type(self, key: str, wanted: type[Any], *, required: bool = False) -> Any:
        self._read.add(key)
        value = self._values.get(key)
        if value is None:
            self._miss(key, required=required)
            return None
        if not isinstance(value, wanted) or isinstance(value, datetime):
            self._wrong_type(key, wanted)
            return None
        return value

    def _miss(self, key: str, *, required: bool) -> None:
        if required:
            self.report.add(
                "K1",
                self.path,
                tr=f"{key!r} eksik. Bu tabloya {key} satırını ekleyiniz.",
                en=f"{key!r} is missing. Add a line {key} = … to this table.",
            )

    def _wrong_type(self, key: str, wanted: type[Any]) -> None:
        self.refuse(
            key,
            tr=f"{key} için {_NAMES_TR[wanted]} beklenir. Değeri buna göre yazınız.",
            en=f"{key} takes {_NAMES[wanted]}. Write its value so.",
        )

    def _no_table(self, key: str, place: Path) -> dict[str, Any]:
        self.report.add(
            "K1",
            place,
            tr=f"{key} bir tablo listesidir. Her öğeyi {{…}} ya da [[{key}]] olarak yazınız.",
            en=f"{key} is a list of tables. Write each item as {{…}} or as [[{key}]].",
        )
        return {}


def _all_texts(value: Mapping[str, Any]) -> bool:
    return all(isinstance(each, str) and each.strip() for each in value.values())


def _nearest(word: str, known: Iterable[str]) -> tuple[str, str]:
    near = difflib.get_close_matches(word, [str(each) for each in known], n=1)
    return (
        (f" Did you mean {near[0]!r}?", f" {near[0]!r} mi demek istediniz?") if near else ("", "")
    )
