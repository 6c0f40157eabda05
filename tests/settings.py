"""Django's settings for the tests: the product's own, in a folder that is thrown away.

Nothing of the person's shell reaches a test but ``DATABASE_URL``, which chooses the database.
"""

import os
import shutil
import tempfile
from atexit import register
from pathlib import Path

_KEPT = {"ELCI_NOTHING_SKIPPED", "ELCI_TEST_DATABASE_URL"}

for _name in [name for name in os.environ if name.startswith("ELCI_") and name not in _KEPT]:
    del os.environ[_name]
_FOLDER = tempfile.mkdtemp(prefix="elci-test-")
register(shutil.rmtree, _FOLDER, ignore_errors=True)
Path(_FOLDER, "static").mkdir()
os.environ["ELCI_DATA_DIR"] = _FOLDER
os.environ["ELCI_SECRET_KEY"] = "only-for-tests-" + "x" * 40

from elci.config.settings import *  # noqa: E402, F403  the product's settings read what is set above
from elci.config.settings import STORAGES as _STORAGES  # noqa: E402  as above

STORAGES = {
    **_STORAGES,
    # Pages are tested without a front end that is built; the browser tests use the real one.
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A password hash that is slow on purpose would be most of the time that the tests take.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
