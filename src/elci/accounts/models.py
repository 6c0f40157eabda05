import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from elci.accounts.choices import Role


class Workspace(models.Model):
    """The room of one local authority: every record belongs to the workspace that keeps it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.SlugField(unique=True)
    name_tr = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.name_tr


class UserManager(BaseUserManager["User"]):
    """Makes people who sign in with an e-mail address."""

    def create_user(self, email: str, password: str | None = None, **extra: object) -> "User":
        """Make a person; without a password nobody can sign in as them."""
        user = self.model(email=self.normalize_email(email), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in at the desk."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name or self.email


class Seat(models.Model):
    """A person's role in a workspace."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "workspace"), name="seat_is_unique"),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.workspace_id}"


class Unit(models.Model):
    """A department of a local authority that owns memberships and projects."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("workspace", "name"), name="unit_is_unique"),
        )

    def __str__(self) -> str:
        return self.name


class LetterheadVersion(models.Model):
    """What stood on a workspace's letters from a moment on; the last one stands.

    Rows are only ever added, and the database sees to it.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="letterheads")
    number = models.PositiveIntegerField()
    """Its place among those of the workspace, from 1."""
    facts = models.JSONField(default=dict)
    """What it says, as ``elci.domain.letterheads`` writes it."""
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("workspace", "number"), name="letterhead_is_numbered"),
        )

    def __str__(self) -> str:
        return f"{self.number} of {self.workspace_id}"


class Change(models.Model):
    """One line of the history: who changed what, when, how and why. Lines are only ever added."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="changes")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT)
    """Nobody where a command of the installation made the change."""
    made_at = models.DateTimeField(default=timezone.now)
    verb = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=40)
    subject_uuid = models.UUIDField()
    account_uuid = models.UUIDField(null=True)
    """The account of a relation in whose history the line stands."""
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-made_at", "-id")
        indexes = (
            models.Index(fields=("account_uuid", "-made_at"), name="change_by_account"),
            models.Index(fields=("workspace", "-made_at"), name="change_by_workspace"),
        )

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject_uuid}"
