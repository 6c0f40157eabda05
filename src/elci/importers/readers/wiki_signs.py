"""Tells text in the markup of MediaWiki from other text, without parsing it."""

import re
from typing import Final

_TABLE: Final = re.compile(r"^[ :*]*\{\|", re.MULTILINE)
_ROW: Final = re.compile(r"^\s*\|[-}]", re.MULTILINE)
_ITEM: Final = re.compile(r"^[*#]+ *.*(?:\[\[|\{\{)", re.MULTILINE)
_LOOKED_AT: Final = 500_000


def is_wikitext(text: str) -> bool:
    """Whether a table or a list of links is written in wiki markup."""
    sample = text[:_LOOKED_AT]
    table = _TABLE.search(sample) is not None and _ROW.search(sample) is not None
    return table or sum(1 for _ in _ITEM.finditer(sample)) >= 2
