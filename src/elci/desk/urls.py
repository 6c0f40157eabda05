from django.urls import path

from elci.desk import (
    views,
    views_acts,
    views_bodies,
    views_import_rows,
    views_imports,
    views_parties,
    views_relations,
)

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
    path(
        "relations/<uuid:account_uuid>/parties/",
        views_parties.change,
        name="change_parties",
    ),
    path(
        "relations/<uuid:account_uuid>/units/<uuid:unit_uuid>/end/",
        views_parties.end_unit,
        name="end_responsibility",
    ),
    path("organisations/<uuid:organisation_uuid>/", views_bodies.organisation, name="organisation"),
    path(
        "organisations/<uuid:organisation_uuid>/successor/",
        views_bodies.add_successor,
        name="add_successor",
    ),
    path(
        "successions/<uuid:succession_uuid>/withdraw/",
        views_bodies.withdraw_successor,
        name="withdraw_succession",
    ),
    path("relations/<uuid:account_uuid>/acts/", views_acts.add_act, name="add_act"),
    path("relations/<uuid:account_uuid>/documents/", views_acts.add_document, name="add_document"),
    path(
        "relations/<uuid:account_uuid>/documents/<uuid:document_uuid>/",
        views_acts.grade_document,
        name="grade_document",
    ),
    path("imports/", views_imports.imports, name="imports"),
    path("imports/<uuid:batch_uuid>/", views_imports.batch, name="import"),
    path("imports/<uuid:batch_uuid>/progress/", views_imports.progress, name="import_progress"),
    path("imports/<uuid:batch_uuid>/again/", views_imports.again, name="import_again"),
    path("imports/<uuid:batch_uuid>/enter/", views_imports.enter, name="import_enter"),
    path("imports/<uuid:batch_uuid>/discard/", views_imports.discard, name="import_discard"),
    path("imports/<uuid:batch_uuid>/undo/", views_imports.undo, name="import_undo"),
    path("imports/<uuid:batch_uuid>/reading.csv", views_imports.reading, name="import_reading"),
    path("imports/<uuid:batch_uuid>/decide/", views_import_rows.decide, name="import_decide"),
    path(
        "imports/<uuid:batch_uuid>/tables/<int:number>/",
        views_import_rows.columns,
        name="import_columns",
    ),
    path("imports/<uuid:batch_uuid>/rows/<int:order>/", views_import_rows.row, name="import_row"),
    path(
        "imports/<uuid:batch_uuid>/rows/<int:order>/places/",
        views_import_rows.suggest_places,
        name="import_places",
    ),
    path("acts/<uuid:act_uuid>/correct/", views_acts.correct, name="correct_act"),
    path("acts/<uuid:act_uuid>/withdraw/", views_acts.withdraw, name="withdraw_act"),
]
