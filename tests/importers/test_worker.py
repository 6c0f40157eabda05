import subprocess
import sys
from pathlib import Path

import pytest

from elci.importers import worker
from elci.importers.limits import Limits
from elci.importers.readers import SourceKind, SourceRefusedError, read_source
from elci.importers.readers.wire import packed, unpacked
from elci.importers.worker import read_in_worker
from tools.nasty_files.corpus import heavy_pdf
from tools.nasty_files.tiny_pdf import TinyPage, pdf_of

LIST = "Şehir;Ülke\nKöln;Almanya\nÜsküp;Kuzey Makedonya\n".encode("cp1254")


def kept(folder: Path, content: bytes) -> Path:
    path = folder / "upload"
    path.write_bytes(content)
    return path


def refusal_of(path: Path, *, name: str, limits: Limits) -> SourceRefusedError:
    with pytest.raises(SourceRefusedError) as refused:
        read_in_worker(path, name=name, limits=limits)
    return refused.value


def test_worker_reads_what_the_reader_reads(tmp_path):
    source = read_in_worker(kept(tmp_path, LIST), name="list.csv")

    assert source == read_source(LIST, name="list.csv")
    assert source.kind == SourceKind.CSV


def test_refusal_comes_back_with_its_words(tmp_path):
    path = kept(tmp_path, b"a;b\n" * 30)

    refusal = refusal_of(path, name="list.csv", limits=Limits(rows=20))

    assert (refusal.code.value, refusal.params) == ("too_many_rows", {"limit": 20})


def test_name_is_no_path_and_no_option(tmp_path):
    source = read_in_worker(kept(tmp_path, LIST), name="--help /etc/passwd\n;x.csv")

    assert source.kind == SourceKind.CSV


def test_file_over_the_limit_is_not_even_opened(tmp_path):
    path = kept(tmp_path, b"a;b\n" * 300)

    refusal = refusal_of(path, name="list.csv", limits=Limits(file_bytes=1000))

    assert refusal.code.value == "too_large"


def test_memory_is_bounded(tmp_path):
    path = kept(tmp_path, heavy_pdf(700))

    refusal = refusal_of(path, name="list.pdf", limits=Limits(memory_bytes=400 * 1024 * 1024))

    assert refusal.code.value in {"too_much_memory", "damaged"}


def test_time_is_bounded(tmp_path):
    page = TinyPage()
    for at in range(4000):
        page.write(50 + at % 60 * 8, 50 + at // 60 * 8, "x")
        page.frame(at % 60 * 8, at // 60 * 8, at % 60 * 8 + 8, at // 60 * 8 + 8)
    path = kept(tmp_path, pdf_of([page] * 200))

    refusal = refusal_of(path, name="list.pdf", limits=Limits(seconds=2))

    assert refusal.code.value == "too_slow"


def test_answer_is_bounded(tmp_path):
    path = kept(tmp_path, b"K\xc3\xb6ln;1997\n" * 1000)

    refusal = refusal_of(path, name="list.csv", limits=Limits(answer_bytes=1000))

    assert refusal.code.value == "too_much_text"


def test_worker_that_cannot_start_is_a_refusal(tmp_path):
    # So little memory that not even Python begins.
    path = kept(tmp_path, LIST)

    refusal = refusal_of(path, name="list.csv", limits=Limits(memory_bytes=1024 * 1024))

    assert refusal.code.value in {"too_much_memory", "stopped"}


def test_worker_knows_nothing_of_the_servers_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("ELCI_SECRET_KEY", "not for the worker")

    known = worker._environment(tmp_path)

    assert set(known) <= {"PATH", "TESSDATA_PREFIX", "LC_ALL", "TMPDIR", "HOME"}


def test_worker_reaches_no_network(tmp_path):
    probe = tmp_path / "probe.py"
    probe.write_text(
        "import socket, sys\n"
        "from elci.importers import worker\n"
        "sys.addaudithook(worker._stay_offline)\n"
        "try:\n    socket.create_connection(('127.0.0.1', 9))\n"
        "except PermissionError as error:\n    print(error)\n",
        encoding="utf-8",
    )

    done = subprocess.run([sys.executable, str(probe)], capture_output=True, text=True, check=False)

    assert done.stdout == "Reading a file needs no network.\n"


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()

    read_in_worker(kept(tmp_path, LIST), name="list.csv")

    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("answer", [b"", b"[]", b"7", b'{"kind": "csv"}', b"{", b"\xff"])
def test_answer_that_is_none_is_an_error(answer):
    with pytest.raises((ValueError, TypeError, KeyError)):
        unpacked(answer)


def test_refusal_goes_through_the_wire():
    with pytest.raises(SourceRefusedError) as refused:
        unpacked(packed(refusal_with_params()))

    assert refused.value.en == refusal_with_params().en


def refusal_with_params() -> SourceRefusedError:
    try:
        read_source(b"a;b\n" * 30, name="list.csv", limits=Limits(rows=20))
    except SourceRefusedError as refusal:
        return refusal
    raise AssertionError("thirty rows were read where twenty may be")
