from django.utils.translation import gettext as _

from elci.domain.visiting.stages import VisitRefusal


class VisitRefusedError(ValueError):
    """What cannot be recorded so; the text says why and what to do, in the reader's language.

    ``field`` is the field of a form that is at fault, where one is.
    """

    def __init__(self, text: str, *, field: str = "") -> None:
        super().__init__(text)
        self.field = field


def told_refusal(refusal: VisitRefusal) -> VisitRefusedError:
    """Return a refusal of the domain as an error with its words."""
    texts = {
        VisitRefusal.ENDS_BEFORE_START: (
            _("The last day lies before the first. Correct one of them."),
            "ends",
        ),
        VisitRefusal.NOT_YET: (
            _(
                "The first day of this visit has not come yet. Correct the date, or record that "
                "it was held once it was."
            ),
            "",
        ),
        VisitRefusal.NOT_PLANNED: (
            _(
                "This visit is on record as held or cancelled already. Open it again and see how "
                "it stands; what was recorded wrongly can be taken back there."
            ),
            "",
        ),
        VisitRefusal.NOT_DECIDED: (
            _("This visit is still planned, so there is nothing to take back."),
            "",
        ),
    }
    text, field = texts[refusal]
    return VisitRefusedError(text, field=field)


def refuse_empty(text: str, field: str, said: str) -> str:
    """Return a text without the space around it; an empty one is refused with what is said."""
    if not text.strip():
        raise VisitRefusedError(said, field=field)
    return text.strip()
