"""The law packs that are shipped, by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from elci.domain.law.loading import load_pack
from elci.domain.law.pack import Pack
from elci.domain.texts import Text

SHIPPED: Final = Path(__file__).parents[2] / "resources" / "law"
_SUFFIX: Final = ".toml"
NOTHING_STATED: Final[Mapping[str, str]] = MappingProxyType({})


class NoSuchPackError(LookupError):
    """A pack that is not shipped and no file; its text says which there are."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        listed = ", ".join(known)
        self.text = Text(
            f"{key!r} adında bir hukuk paketi yok. Bulunanlar: {listed}. Kendi paketiniz için "
            "dosyasının yolunu yazınız.",
            f"There is no law pack {key!r}. There are: {listed}. For a pack of your own, give the "
            "path of its file.",
        )
        super().__init__(self.text.en)


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A pack as it was asked for: an alias brings some circumstances with it."""

    pack: Pack
    path: Path
    context: Mapping[str, str]


@lru_cache(maxsize=1)
def pack_ids() -> tuple[str, ...]:
    """Return the ids of the shipped packs, Türkiye's first."""
    found = [each.stem for each in SHIPPED.glob(f"*{_SUFFIX}") if "." not in each.stem]
    return tuple(sorted(found, key=lambda key: (key != "tr", key)))


@lru_cache(maxsize=64)
def pack(key: str) -> Pack:
    """Return a shipped pack. Raises ``NoSuchPackError`` for an id that is not shipped."""
    if key not in pack_ids():
        raise NoSuchPackError(key, pack_ids())
    return load_pack(SHIPPED / f"{key}{_SUFFIX}")


def named_pack(key: str) -> Named:
    """Return a pack by its id, by an alias of it, or by the path of a file.

    Raises ``NoSuchPackError``, and ``PackRefusedError`` for a file that is no sound pack.
    """
    path = path_of(key)
    if path is None:
        return _by_alias(key)
    found = pack(path.stem) if path.parent == SHIPPED else load_pack(path)
    return Named(found, path, NOTHING_STATED)


def path_of(key: str) -> Path | None:
    """Return the file of a shipped pack or of a path that is given; nothing where there is none."""
    if key in pack_ids():
        return SHIPPED / f"{key}{_SUFFIX}"
    looks_like_file = key.endswith(_SUFFIX) or "/" in key
    return Path(key) if looks_like_file and Path(key).is_file() else None


def _by_alias(key: str) -> Named:
    base = key.partition("-")[0]
    if base in pack_ids():
        for alias in pack(base).aliases:
            if alias.id == key:
                return Named(pack(base), SHIPPED / f"{base}{_SUFFIX}", alias.context)
    raise NoSuchPackError(key, pack_ids())
