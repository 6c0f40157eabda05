"""Numbers and places in sentences, in both languages of the interface."""

from typing import Final

from elci.domain.places.gazetteer import Place
from elci.domain.texts import Text

_COMMA: Final = str.maketrans({",": ".", ".": ","})


def number(value: float, digits: int = 0) -> Text:
    """Return a number with the separators of each language.

    >>> number(1234.5, 1)
    Text(tr='1.234,5', en='1,234.5')
    """
    english = f"{value:,.{digits}f}"
    return Text(english.translate(_COMMA), english)


def filled(text: Text, **values: Text | str) -> Text:
    """Return a text with its gaps filled, each in its own language.

    >>> filled(Text("{n} kişi", "{n} people"), n=number(2000))
    Text(tr='2.000 kişi', en='2,000 people')
    """
    tr = {name: each.tr if isinstance(each, Text) else each for name, each in values.items()}
    en = {name: each.en if isinstance(each, Text) else each for name, each in values.items()}
    return Text(text.tr.format(**tr), text.en.format(**en))


def name_of(place: Place) -> Text:
    """Return what a place is called."""
    return Text(place.name_in("tr"), place.name_in("en"))


def joined(texts: list[Text]) -> Text:
    """Return texts in a row, with commas."""
    return Text(", ".join(each.tr for each in texts), ", ".join(each.en for each in texts))
