from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BatchState(models.TextChoices):
    """How far an import has come."""

    WAITING = "waiting", _("waiting to be read")
    READING = "reading", _("being read")
    REFUSED = "refused", _("could not be read")
    READ = "read", _("read, nothing entered yet")
    COMMITTING = "committing", _("being entered")
    COMMITTED = "committed", _("entered in the register")
    UNDOING = "undoing", _("being undone")
    UNDONE = "undone", _("undone")
    DISCARDED = "discarded", _("discarded")


class Match(models.TextChoices):
    """How a row stands to what is in the register already."""

    NEW = "new", _("new")
    KNOWN = "known", _("in the register already")
    ADDS = "adds", _("adds acts to a relation in the register")
    CONTRADICTS = "contradicts", _("contradicts the register")
    NONE = "none", _("not understood")


class Decision(models.TextChoices):
    """What is to become of a row."""

    OPEN = "open", _("to be decided")
    ENTER = "enter", _("to be entered")
    SKIP = "skip", pgettext_lazy("row", "left out")
