import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "elci.config.settings")
application = get_wsgi_application()

# A page makes and drops tens of thousands of small values, none of which hangs in a circle. With
# Python's own thresholds that sets off, every few pages, a walk through all that was ever imported,
# which takes longer than the page. So what is imported by now is left out of those walks, and they
# come seldom.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 100)
