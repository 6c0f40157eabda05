import pytest

from tools import audit


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("BSD-3-Clause", True),
        ("Apache Software License", True),
        ("GNU Lesser General Public License v3 (LGPLv3)", True),
        ("LGPL-3.0-only", True),
        ("MPL-2.0", True),
        ("GNU General Public License v3 (GPLv3)", False),
        ("GPL-2.0-or-later", False),
        ("AGPL-3.0", False),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_licence_is_allowed_or_not(licence, allowed):
    is_allowed = audit.ALLOWED.search(licence) is not None

    assert (is_allowed and audit.REFUSED.search(licence) is None) is allowed


def test_packages_of_the_product_have_allowed_licences():
    names = audit.pinned_names(audit.ROOT / "requirements" / "runtime.txt")

    assert len(names) > 20
    assert list(audit.licence_problems(names)) == []
