from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """Field types, request types and template tags without any noun of the field."""

    name = "elci.foundation"
    label = "foundation"
