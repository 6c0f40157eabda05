"""Lists as people hand them over, read and ready to be decided on."""

from elci.accounts.models import Workspace
from elci.domain.places.gazetteer import open_gazetteer
from elci.importers.lists import read_batch
from elci.intake.actions import receive
from elci.intake.models import ImportBatch

SURE = (
    "Şehir;Ülke;Tarih;İmza Yeri\n"
    "Köln;Almanya;15.03.1997;İstanbul\n"
    "Filibe;Bulgaristan;23.01.2001;Filibe\n"
    "Üsküp;Makedonya;03.04.2003;\n"
)
DOUBTFUL = (
    "Şehir;Ülke;Tarih;İmza Yeri\n"
    "Köln;Almanya;15.03.1997;İstanbul\n"
    "Venedik;İspanya;08.06.2007;İstanbul\n"
    "Toplam;;;\n"
)


def read_list(
    workspace: Workspace,
    text: str = SURE,
    *,
    instrument: str = "sister_city",
    file_name: str = "kardes.csv",
) -> ImportBatch:
    """A list that was handed over and read."""
    batch = receive(workspace, text.encode(), file_name=file_name, user=None, instrument=instrument)
    read_batch(batch, open_gazetteer())
    batch.refresh_from_db()
    return batch


def address_of(batch: ImportBatch, *parts: object) -> str:
    """Where a list, or something of it, stands at the desk."""
    return "/".join(["/tr/desk/imports", str(batch.uuid), *map(str, parts), ""])
