"""The papers that can be made for a case, by the keys under which they are asked for."""

from typing import Final

from django.utils.translation import gettext_lazy

PAPERS_OF_CASES: Final = (
    ("memorandum", gettext_lazy("council memorandum")),
    ("request", gettext_lazy("permit request letter with its list of annexes")),
    ("note", gettext_lazy("information note")),
)
"""Those that the room of documents makes; one that it does not make is not offered."""
