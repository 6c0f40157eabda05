"""Answers to requests that cannot be served, each saying what happened and what to do."""

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be understood."""
    return render(request, "400.html", status=400)


def forged_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that this site did not hand out, or that is older than the session."""
    return render(request, "403_csrf.html", status=403)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer somebody who may not do this."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for a record that does not exist or that these eyes may not see."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when we failed; the page needs neither database nor session."""
    # Without the request: what failed may be the very thing that every page's frame needs.
    return HttpResponseServerError(render_to_string("500.html"))
