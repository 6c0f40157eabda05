from django.apps import AppConfig


class MembershipsConfig(AppConfig):
    name = "elci.memberships"
    label = "memberships"
    default_auto_field = "django.db.models.BigAutoField"
