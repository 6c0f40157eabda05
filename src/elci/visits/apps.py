from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "elci.visits"
    label = "visits"
    default_auto_field = "django.db.models.BigAutoField"
