"""The desk's lists."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def relations(request: HttpRequest) -> HttpResponse:
    """Show the relations of the reader's own workspace."""
    return render(request, "desk/relations.html")
