"""Why something cannot be recorded in a case."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from elci.domain.texts import Text


class CaseRefusedError(ValueError):
    """What cannot be recorded in a case; its text says why and what to do."""


class MissingStepsError(CaseRefusedError):
    """A signature before which steps are missing; it can be recorded with the reason why."""

    def __init__(self, missing: Sequence[Text], language: str) -> None:
        self.missing = tuple(missing)
        names = ", ".join(each.in_language(language) for each in missing)
        super().__init__(
            _(
                "The law puts steps before this act that are not on record, or that were done "
                "only after it: %(steps)s. Record them first. If it happened without them, record "
                "it together with the reason."
            )
            % {"steps": names}
        )


class NotAllowedError(CaseRefusedError):
    """An act for which the law gives no power; that it happened can be recorded with a reason."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "By the law of that day this act is prohibited or outside the powers of the body. "
                "If it happened all the same, record it together with the reason."
            )
        )
