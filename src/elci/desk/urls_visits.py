from django.urls import path

from elci.desk import views_promises, views_visits

urlpatterns = [
    path("visits/", views_visits.visits, name="visits"),
    path("visits/month/", views_visits.month, name="visit_month"),
    path("visits/plan/", views_visits.plan, name="plan_visit"),
    path("visits/<uuid:visit_uuid>/", views_visits.visit, name="visit"),
    path(
        "visits/<uuid:visit_uuid>/promise/",
        views_promises.add_promise_of_visit,
        name="add_promise_of_visit",
    ),
    path("visits/<uuid:visit_uuid>/<slug:name>/", views_visits.visit_task, name="visit_task"),
    path(
        "visits/<uuid:visit_uuid>/<slug:kind>/<uuid:row_uuid>/<slug:name>/",
        views_visits.row_task,
        name="visit_row_task",
    ),
    path("promises/", views_promises.promises, name="promises"),
    path("promises/add/", views_promises.add_promise, name="add_promise"),
    path("promises/<uuid:promise_uuid>/", views_promises.promise, name="promise"),
    path(
        "promises/<uuid:promise_uuid>/<slug:name>/",
        views_promises.promise_task,
        name="promise_task",
    ),
]
