from allauth.account import views as account_views
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.i18n import set_language

from elci.desk.sign_in import SignInView
from elci.portal.urls_law import law_pages
from elci.portal.urls_partners import partner_pages
from elci.seats import at_desk

handler400 = "elci.config.errors.bad_request"
handler403 = "elci.config.errors.forbidden"
handler404 = "elci.config.errors.not_found"
handler500 = "elci.config.errors.server_error"

urlpatterns = [
    path("language/", set_language, name="set_language"),
    *i18n_patterns(
        path("desk/sign-in/", SignInView.as_view(), name="account_login"),
        path("desk/sign-out/", account_views.logout, name="account_logout"),
        path("desk/password/", account_views.password_change, name="account_change_password"),
        path(
            "desk/closed/",
            RedirectView.as_view(pattern_name="account_login"),
            name="account_signup",
        ),
        path("desk/partners/", include(partner_pages(at_desk), namespace="desk-partners")),
        path("desk/law/", include(law_pages(at_desk), namespace="desk-law")),
        path("desk/", include("elci.reports.urls")),
        path("desk/", include("elci.desk.urls")),
        path("law/", include(law_pages(lambda view: view))),
        path("partners/", include(partner_pages(lambda view: view))),
        path("", include("elci.portal.urls")),
    ),
]
