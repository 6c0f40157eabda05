from django.urls import path

from elci.desk import views, views_acts, views_relations

app_name = "desk"
urlpatterns = [
    path("", views.relations, name="relations"),
    path("views/", views.keep_view, name="keep_view"),
    path("views/<uuid:view_uuid>/forget/", views.drop_view, name="drop_view"),
    path("changes/", views.changes, name="changes"),
    path("withdrawn/", views.withdrawn, name="withdrawn"),
    path("documents/<uuid:document_uuid>/", views.document, name="document"),
    path("add/", views_relations.add_relation, name="add_relation"),
    path("add/candidates/", views_relations.suggest_parties, name="suggest_parties"),
    path("relations/<uuid:account_uuid>/", views_relations.relation, name="relation"),
    path(
        "relations/<uuid:account_uuid>/description/",
        views_relations.describe,
        name="describe",
    ),
    path("relations/<uuid:account_uuid>/grade/", views_relations.grade, name="grade"),
    path(
        "relations/<uuid:account_uuid>/withdraw/",
        views_relations.withdraw,
        name="withdraw_relation",
    ),
    path("relations/<uuid:account_uuid>/acts/", views_acts.add_act, name="add_act"),
    path("relations/<uuid:account_uuid>/documents/", views_acts.add_document, name="add_document"),
    path(
        "relations/<uuid:account_uuid>/documents/<uuid:document_uuid>/",
        views_acts.grade_document,
        name="grade_document",
    ),
    path("acts/<uuid:act_uuid>/correct/", views_acts.correct, name="correct_act"),
    path("acts/<uuid:act_uuid>/withdraw/", views_acts.withdraw, name="withdraw_act"),
]
