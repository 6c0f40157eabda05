"""The files as LibreOffice opens and prints them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from elci.reports.writers import FileFormat, write
from tests.reports.facts import COMPLETE
from tests.reports.reading import lines_of, text_in

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PAPERS = ("information-note", "permit", "permit-request")
needs_libreoffice = pytest.mark.skipif(
    OFFICE is None,
    reason="LibreOffice is not installed (on Debian: apt-get install libreoffice-writer-nogui)",
)


def printed(files: list[Path], folder: Path) -> None:
    """Let LibreOffice print files as PDF into their folder, with a profile of its own."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=240)


@needs_libreoffice
@pytest.mark.parametrize("file_format", [FileFormat.DOCX, FileFormat.ODT])
def test_libreoffice_prints_every_line(file_format, tmp_path):
    files = [tmp_path / f"{name}.{file_format}" for name in PAPERS]
    for name, file in zip(PAPERS, files, strict=True):
        file.write_bytes(write(COMPLETE[name](), file_format))

    printed(files, tmp_path)

    for name, file in zip(PAPERS, files, strict=True):
        text = text_in(file.with_suffix(".pdf").read_bytes(), FileFormat.PDF)
        assert [each for each in lines_of(COMPLETE[name]()) if each not in text] == []
