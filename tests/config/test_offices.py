"""Offices that decide, opened and listed by those who run the installation."""

import pytest
from django.core.exceptions import ValidationError

from elci.accounts.models import Workspace
from elci.config.offices import office_lines, open_deciding_office
from elci.consent.models import DecidingOffice
from elci.consent.queries.ministry import offices_for
from tests.builders import make_workspace
from tests.desk.cases import sent_case

pytestmark = pytest.mark.django_db
NAME = "Çevre, Şehircilik ve İklim Değişikliği Bakanlığı"


def test_office_decides_for_the_authority_of_its_name():
    found = open_deciding_office("csb", NAME, "", None)

    assert f"{NAME} (YYGM)" in found
    assert all(NAME in each for each in found)
    assert [each.workspace.key for each in offices_for(f"{NAME} (YYGM)")] == ["csb"]
    assert Workspace.objects.get(key="csb").name_en == NAME


def test_office_decides_for_what_is_named():
    found = open_deciding_office("icisleri", "İçişleri", "Interior", ["icisleri bakanligi"])

    assert "İçişleri Bakanlığı" in found
    assert all("İçişleri Bakanlığı" in each for each in found)


def test_office_opened_again_decides_for_the_new_names():
    open_deciding_office("csb", NAME, "", None)
    open_deciding_office("csb", "Başka ad", "", ["İçişleri"])

    office = DecidingOffice.objects.get()
    assert (office.decides_for, str(office)) == (["İçişleri"], NAME)


@pytest.mark.parametrize("decides_for", [None, ["İçişleri", "Atlantis"], [""]])
def test_office_for_which_no_law_has_a_step_is_not_opened(decides_for):
    with pytest.raises(LookupError, match=r"No law pack .* İçişleri Bakanlığı"):
        open_deciding_office("atlantis", "Atlantis", "", decides_for)

    assert not Workspace.objects.exists()


def test_key_that_is_no_slug_is_refused():
    with pytest.raises(ValidationError):
        open_deciding_office("ç s b", NAME, "", None)


def test_offices_are_listed_with_the_files_in_their_hands():
    open_deciding_office("icisleri", "İçişleri Bakanlığı", "", None)
    open_deciding_office("csb", NAME, "", ["Çevre"])
    sent_case(make_workspace(), DecidingOffice.objects.get(workspace__key="csb"))

    assert list(office_lines()) == [
        f"csb\t{NAME}\tÇevre\t1",
        "icisleri\tİçişleri Bakanlığı\tİçişleri Bakanlığı\t0",
    ]
