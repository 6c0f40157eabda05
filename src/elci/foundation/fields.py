"""Column types that keep a value's canonical text and give back the value."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_lazy as _

from elci.domain.dates import PartialDate

if TYPE_CHECKING:  # the stubs' fields are generic, Django's are not
    _PartialDateColumn = models.CharField[PartialDate | str | None, Any]
    _TextColumn = models.CharField[str, str]
else:
    _PartialDateColumn = _TextColumn = models.CharField


@lru_cache(maxsize=32768)
def _parsed(text: str) -> PartialDate:
    """Return the value of a canonical text; a list of records names the same dates again."""
    return PartialDate.parse(text)


class PartialDateField(_PartialDateColumn):
    """A ``PartialDate`` as its canonical text: readable in any export."""

    description = "a day as precisely as it is known"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 32)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_unused: object) -> PartialDate | None:
        """Return the value that the canonical text stands for."""
        return None if value is None else _parsed(value)

    def to_python(self, value: Any) -> PartialDate | None:
        """Return a value, from one or from its canonical text."""
        if value is None or isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(value)
        except ValueError as error:
            message = _("“%(value)s” is not a date in canonical form.")
            raise ValidationError(message, code="invalid", params={"value": value}) from error

    def get_prep_value(self, value: Any) -> str | None:
        """Return the canonical text, refusing a text that is not canonical."""
        found = self.to_python(value)
        return None if found is None else str(found)

    def value_to_string(self, obj: models.Model) -> str:
        """Return the text that a fixture holds."""
        return self.get_prep_value(self.value_from_object(obj)) or ""


class SortKeyField(_TextColumn):
    """A key that sorts by its bytes on every database, whatever the database's own collation."""

    description = "a key that sorts by its bytes"

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        """Ask PostgreSQL for the C collation; SQLite compares bytes without being asked."""
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters
