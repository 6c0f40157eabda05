from django.urls import path

from elci.portal import views, views_observatory

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("relations.csv", views.relations_as_csv, name="relations_csv"),
    path("timeline/", views.timeline, name="timeline"),
    path("relations/<uuid:account_uuid>/", views.relation, name="relation"),
    path("places/<path:key>/", views.place, name="place"),
    path("countries/<str:code>/", views.country, name="country"),
    path("organisations/<uuid:organisation_uuid>/", views.organisation, name="organisation"),
    path("documents/<uuid:document_uuid>/", views.document, name="document"),
    path("statistics/", views.statistics, name="statistics"),
    path("glossary/", views.glossary, name="glossary"),
    path("about/", views.about, name="about"),
    path("observatory/", views_observatory.observatory, name="observatory"),
    path("observatory/network.json", views_observatory.network, name="observatory_network"),
    path("observatory/files/<str:name>", views_observatory.download, name="observatory_file"),
    path("observatory/countries/", views_observatory.countries, name="observatory_countries"),
    path(
        "observatory/countries/<str:code>/", views_observatory.country, name="observatory_country"
    ),
    path("observatory/science/", views_observatory.ledger, name="observatory_science"),
    path("observatory/cities/<int:geonameid>/", views_observatory.city, name="observatory_city"),
]
