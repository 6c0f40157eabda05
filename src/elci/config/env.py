"""What an installation sets from outside, read once and checked; no secret has a default."""

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


def default_data_dir() -> Path:
    """Return the folder for an installation's files where none is named."""
    return Path.home() / ".local" / "share" / "elci"


class SettingError(ValueError):
    """Settings that make no sense; its text names each and says what it should be."""


class Environment(BaseSettings):
    """Settings of an installation; each is described in ``docs/reference/settings.md``."""

    model_config = SettingsConfigDict(env_prefix="ELCI_", extra="ignore", populate_by_name=True)

    secret_key: SecretStr | None = None
    """Signs sessions and forms; without it nothing is served."""
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    """Empty means SQLite in the data folder."""
    data_dir: Path = Field(default_factory=default_data_dir)
    hosts: str = "localhost,127.0.0.1,[::1]"
    """Host names under which it is reached, separated by commas."""
    tls: bool = False
    """Whether it is reached over HTTPS: secure cookies, HSTS, redirect."""
    debug: bool = False
    max_upload_mb: int = Field(default=20, ge=1, le=1000)
    name: str = "Elçi"
    """What the pages call the installation."""

    @field_validator("data_dir")
    @classmethod
    def _expand(cls, value: Path) -> Path:
        return value.expanduser().resolve()

    @property
    def host_list(self) -> list[str]:
        """The host names, one by one."""
        return [host.strip() for host in self.hosts.split(",") if host.strip()]


def read_environment() -> Environment:
    """Read the settings; raise ``SettingError`` where one of them makes no sense."""
    try:
        return Environment()
    except ValidationError as error:
        faults = (f"{_name_of(fault['loc'])}: {fault['msg']}" for fault in error.errors())
        raise SettingError(". ".join(faults)) from None


def _name_of(location: tuple[int | str, ...]) -> str:
    name = str(location[0])
    return name if name.isupper() else f"ELCI_{name.upper()}"
