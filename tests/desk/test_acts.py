"""Recording, correcting and withdrawing acts."""

import pytest

from elci.agreements.actions import withdraw_act
from elci.agreements.models import ActRecord, StandingPeriod
from elci.documents.actions import cite_source
from elci.documents.models import Document, Source
from elci.domain.dates import PartialDate
from tests.builders import TODAY, make_account, make_act, make_organisation, make_workspace


@pytest.fixture
def address(account):
    return f"/tr/desk/relations/{account.uuid}/acts/"


def test_act_is_recorded_with_everything_that_is_said_of_it(desk, account, address, act_form):
    answer = desk.post(
        address,
        act_form(
            valid_until="2021",
            organ="Belediye Meclisi",
            number="2016/412",
            places="İstanbul\nFilibe",
            source_title="Meclis tutanağı",
            source_publisher="Belediye",
            source_stated_on="20.04.2016",
            source_address="https://example.org/tutanak",
            source_detail="s. 4",
            note="Beş yıl için.",
        ),
    )
    act = ActRecord.objects.get(kind="renewed")

    assert answer.url == f"/tr/desk/relations/{account.uuid}/"
    assert act.happened == PartialDate("2016-04-18")
    assert act.valid_until == PartialDate("2021")
    assert (act.organ, act.number) == ("Belediye Meclisi", "2016/412")
    assert act.places == ["İstanbul", "Filibe"]
    assert (act.source.title_tr, act.source.publisher) == ("Meclis tutanağı", "Belediye")
    assert (act.source.address, act.source_detail) == ("https://example.org/tutanak", "s. 4")
    assert act.source.stated_on.isoformat() == "2016-04-20"
    assert act.recorded_by.name == "Deniz Uzman"
    assert act.note == "Beş yıl için."


@pytest.mark.parametrize(
    ("written", "canonical"),
    [("Haziran 2009", "2009-06"), ("2009", "2009"), ("Aralık 1997'den önce", "../1997-11")],
)
def test_partial_date_is_kept_as_precisely_as_it_was_written(
    desk, address, act_form, written, canonical
):
    desk.post(address, act_form(kind="council_decision", happened=written))

    assert str(ActRecord.objects.get(kind="council_decision").happened) == canonical


def test_known_source_is_chosen_from_the_list(desk, workspace, address, act_form):
    source = cite_source(workspace=workspace, title_tr="Faaliyet raporu")

    desk.post(address, act_form(source=source.uuid))

    assert ActRecord.objects.get(kind="renewed").source == source


def test_source_of_another_workspace_cannot_be_chosen(desk, address, act_form):
    foreign = cite_source(workspace=make_workspace("ankara"), title_tr="Ankara raporu")

    page = desk.get(address).content.decode()
    answer = desk.post(address, act_form(source=foreign.uuid))

    assert "Ankara raporu" not in page
    assert answer.status_code == 200
    assert ActRecord.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"happened": "31.02.2016"}, "takvimde olan bir gün değil"),
        ({"happened": "18.13.2016"}, "olmayan bir ayı söylüyor"),
        ({"happened": "18.04.16"}, "yüzyılı yazılmamış"),
        ({"happened": "geçen yaz"}, "bir tarih olarak anlaşılamadı"),
        ({"happened": ""}, "id_happened"),
        ({"happened": "01.01.2999"}, "henüz gerçekleşmedi"),
        ({"happened": "1990"}, "önceye düşüyor"),
        ({"kind": "terminated", "happened": "1990"}, "önceye düşüyor"),
        ({"kind": "resumed"}, "kayıtlı bir askıya alma yok"),
        ({"kind": "signed", "happened": "27.03.1994"}, "zaten kayıtlı"),
        ({"valid_until": "2010"}, "önce bitmiş olurdu"),
        ({"kind": "varied", "valid_until": "2020"}, "Süreyi yalnız imza"),
        ({"kind": "dance"}, "id_kind"),
        ({"organ": "x" * 201}, "id_organ"),
        ({"source_address": "javascript:alert(1)", "source_title": "x"}, "id_source_address"),
        ({"source_address": "https://example.org/"}, "Yeni kaynağa bir başlık"),
    ],
)
def test_act_that_cannot_be_is_refused_with_the_reason_and_nothing_is_kept(
    desk, address, act_form, changes, told
):
    answer = desk.post(address, act_form(source_detail="s. 4", **changes))
    page = answer.content.decode()

    assert answer.status_code == 200
    assert 'id="error-summary-title"' in page
    assert told in page
    assert 'value="s. 4"' in page, "what was written is still there"
    assert ActRecord.objects.count() == 1
    assert Source.objects.count() == 0


def test_renewal_of_something_never_signed_is_refused(desk, workspace, act_form):
    account = make_account(
        workspace, partner=make_organisation("Köy"), acts=(("proposed", "2001"),)
    )

    answer = desk.post(f"/en/desk/relations/{account.uuid}/acts/", act_form())

    assert "No signing or entry into force is on record" in answer.content.decode()
    assert ActRecord.objects.filter(kind="renewed").count() == 0


def test_new_source_is_not_kept_when_its_act_is_refused(desk, address, act_form):
    desk.post(address, act_form(kind="resumed", source_title="Bir yazı"))

    assert Source.objects.count() == 0


def test_two_sources_at_once_are_refused(desk, workspace, address, act_form):
    source = cite_source(workspace=workspace, title_tr="Faaliyet raporu")

    page = desk.post(address, act_form(source=source.uuid, source_title="Başka")).content.decode()

    assert "ikisini birden yapmayınız" in page
    assert ActRecord.objects.count() == 1


def test_document_comes_with_its_act(desk, address, act_form, pdf):
    desk.post(address, act_form(document=pdf, title="Yenileme protokolü"))
    act = ActRecord.objects.get(kind="renewed")

    assert [each.document.title for each in act.attachments.all()] == ["Yenileme protokolü"]


def test_document_that_is_refused_takes_its_act_with_it(desk, address, act_form, documents):
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415  used once

    bad = SimpleUploadedFile("yenileme.pdf", b"PK\x03\x04 not a pdf")

    page = desk.post(address, act_form(document=bad)).content.decode()

    assert "içeriği" in page
    assert ActRecord.objects.count() == 1
    assert Document.objects.count() == 0
    assert not documents.exists()


def test_act_that_is_refused_leaves_no_document(desk, address, act_form, pdf, documents):
    desk.post(address, act_form(kind="resumed", document=pdf))

    assert Document.objects.count() == 0
    assert not documents.exists()


def correction(**changes):
    return {"kind": "signed", "happened": "27.03.1995", "reason": "Yanlış okunmuş.", **changes}


def test_act_is_corrected_and_the_old_one_stays(desk, account):
    old = ActRecord.objects.get()

    answer = desk.post(f"/tr/desk/acts/{old.uuid}/correct/", correction())
    old.refresh_from_db()

    assert answer.url == f"/tr/desk/relations/{account.uuid}/"
    assert old.known_until is not None
    assert old.replaced_by.happened == PartialDate("1995-03-27")
    assert old.replaced_by.reason == "Yanlış okunmuş."
    assert StandingPeriod.objects.get().starts.isoformat() == "1995-03-27"


def test_form_of_a_correction_shows_the_act_as_it_is(desk, account):
    act = make_act(account, "renewed", "2009-06", organ="Meclis", places=("Rabat", "İstanbul"))

    page = desk.get(f"/tr/desk/acts/{act.uuid}/correct/").content.decode()

    assert 'value="Haziran 2009"' in page
    assert 'value="Meclis"' in page
    assert "Rabat\nİstanbul" in page
    assert '<option value="renewed" selected>' in page


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"reason": " "}, "id_reason"),
        ({"happened": "01.01.2999"}, "henüz gerçekleşmedi"),
        ({"happened": "2017"}, "2016"),
    ],
)
def test_correction_that_cannot_be_is_refused_and_the_act_stands(desk, account, changes, told):
    make_act(account, "renewed", "2016-04-18")
    act = ActRecord.objects.get(kind="signed")

    answer = desk.post(f"/tr/desk/acts/{act.uuid}/correct/", correction(**changes))

    assert answer.status_code == 200
    assert told in answer.content.decode()
    act.refresh_from_db()
    assert act.known_until is None


@pytest.mark.parametrize("page", ["correct/", "withdraw/"])
def test_act_that_somebody_else_withdrew_meanwhile_is_told_of(desk, account, officer, page):
    act = make_act(account)
    withdraw_act(act, user=officer, today=TODAY, reason="Önce davrandım.")

    answer = desk.post(
        f"/en/desk/acts/{act.uuid}/{page}", correction(kind="renewed", happened="2016")
    )

    assert answer.status_code == 200
    assert "corrected or withdrawn in the meantime" in answer.content.decode()
    assert ActRecord.objects.count() == 2


def test_act_is_withdrawn_with_a_reason(desk, account):
    act = make_act(account)

    desk.post(f"/tr/desk/acts/{act.uuid}/withdraw/", {"reason": "Böyle bir yenileme yok."})
    act.refresh_from_db()

    assert act.known_until is not None
    assert act.reason == "Böyle bir yenileme yok."


def test_act_is_not_withdrawn_without_a_reason(desk, account):
    act = make_act(account)

    desk.post(f"/tr/desk/acts/{act.uuid}/withdraw/", {"reason": ""})
    act.refresh_from_db()

    assert act.known_until is None


def test_signing_on_which_a_renewal_rests_is_not_withdrawn(desk, account):
    make_act(account)
    signing = ActRecord.objects.get(kind="signed")

    answer = desk.post(f"/en/desk/acts/{signing.uuid}/withdraw/", {"reason": "Hata."})

    assert "Later acts rest on this one" in answer.content.decode()
    assert ActRecord.objects.filter(known_until=None).count() == 2


def test_nothing_of_the_desk_deletes_a_legal_record():
    from elci.desk.urls import urlpatterns  # noqa: PLC0415  used once

    assert not any("delete" in str(pattern.pattern) for pattern in urlpatterns)
