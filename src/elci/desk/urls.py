from django.urls import path

from elci.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.relations, name="relations"),
    path("add/", views.relations, name="add_relation"),
    path("changes/", views.relations, name="changes"),
    path("withdrawn/", views.relations, name="withdrawn"),
]
