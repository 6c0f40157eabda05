from django.apps import AppConfig


class PartneringConfig(AppConfig):
    name = "elci.partnering"
    label = "partnering"
    default_auto_field = "django.db.models.BigAutoField"
