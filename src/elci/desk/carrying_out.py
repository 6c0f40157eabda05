"""What a form of partnering asks is done, or the form says why not."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from django import forms

from elci.partnering.actions import PartneringRefusedError

_AS_NAMED: Final[Mapping[str, str]] = MappingProxyType({})


def carried_out(
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    *,
    fields: Mapping[str, str] = _AS_NAMED,
) -> bool:
    """Whether the form was whole and the act was done with its words; a refusal stands in the form.

    ``fields`` gives the names that fields of a refusal have in the form, where they differ.
    """
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except PartneringRefusedError as refusal:
        form.add_error(fields.get(refusal.field, refusal.field) or None, str(refusal))
        return False
    return True
