from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "elci.reports"
    label = "reports"
