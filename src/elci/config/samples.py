"""Made-up entries that show in the demo how needs and requests look; each says that it is one."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from elci.domain.dates import PartialDate
from elci.domain.places.gazetteer import open_gazetteer
from elci.domain.vocabularies import BoardKind, Instrument
from elci.foundation.grades import Grade
from elci.partnering.actions import BoardFacts, RequestFacts, publish_entry, receive_request
from elci.partnering.queries.samples import has_samples
from elci.places.actions import adopt_place

if TYPE_CHECKING:
    from elci.accounts.models import Workspace

_DAYS_ON_THE_BOARD: Final = 180
_SAMPLE_CITY: Final = "1174872"
"""Karachi: far from any tie that could take the sample for a real letter."""


def add_samples(workspace: "Workspace", *, today: date) -> None:
    """Put one sample need on the board and enter one sample request, where there are none yet."""
    if has_samples(workspace):
        return
    need = BoardFacts(
        kind=BoardKind.NEED,
        fields=("environment", "public_safety"),
        forms=("exchange_of_experience", "joint_studies"),
        titles={
            "tr": "Örnek: Dere taşkınları için erken uyarı deneyimi",
            "en": "Sample: experience with early warning of floods",
        },
        texts={
            "tr": "Yoğun yağışta taşan derelerde erken uyarı kurmuş bir şehirle deneyim paylaşmak "
            "isteriz. Bu kayıt uydurmadır.",
            "en": "We would like to learn from a city that has set up early warning along its "
            "streams. This entry is made up.",
        },
        expires_on=today + timedelta(days=_DAYS_ON_THE_BOARD),
        grade=Grade.FULL,
        contact="Örnek birim, ornek@example.org",
        is_sample=True,
    )
    publish_entry(workspace, need, today=today, user=None)
    request = RequestFacts(
        asker="Sample Municipality (Örnek Belediye)",
        place=adopt_place(open_gazetteer().place(_SAMPLE_CITY)),
        signed_by="Mayor (Belediye Başkanı)",
        instrument=Instrument.SISTER_CITY,
        purpose="Örnek metin: kültür ve turizm alanında öğrenci ve sanatçı değişimi.",
        fields=("culture_and_sport", "tourism"),
        letter_on=PartialDate.on(today - timedelta(days=12)),
        letter_number="ÖRNEK-1",
        arrived_by="e-posta",
        received_on=today - timedelta(days=10),
        is_sample=True,
    )
    receive_request(workspace, request, today=today, user=None)
