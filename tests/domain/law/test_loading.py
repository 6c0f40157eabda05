import pytest

from elci.domain.law.faults import PackRefusedError
from elci.domain.law.lines import Lines
from elci.domain.law.loading import MOST_BYTES, load_pack
from elci.domain.law.pack import SeenInPractice
from elci.domain.law.words import ClockStart, Confidence, Counting
from elci.domain.texts import Text
from tests.domain.law.packs import SOUND, TEXT, changed, pack_of

LINES = TEXT.splitlines()


def line_of(piece: str) -> int:
    return next(number for number, line in enumerate(LINES, start=1) if piece in line)


def refusals(text: str):
    with pytest.raises(PackRefusedError) as refused:
        pack_of(text)
    return refused.value.faults


def test_pack_is_read_with_all_its_parts():
    assert SOUND.name == Text("Örnek ülke", "Example country")
    assert list(SOUND.rules) == ["agreement", "village", "listed", "travel"]
    assert SOUND.steps["transmit"].deadline.days == 7
    assert SOUND.steps["inform"].deadline.counting is Counting.WORKING
    assert SOUND.steps["inform"].deadline.starts_at is ClockStart.BEFORE_TRAVEL
    assert SOUND.flags["slow"].days == SeenInPractice(n=5, median=90, least=0, most=229)
    assert SOUND.parameters["authority"].values[1].confidence is Confidence.MEDIUM
    assert SOUND.provisions["l1#1"].wordings[1].by == "l1#2"
    assert SOUND.aliases[0].context == {"partner": "A"}
    assert SOUND.own_context[0].labels == (("A", Text("A ülkesi", "Country A")),)


@pytest.mark.parametrize(
    ("old", "new", "check", "at", "says"),
    [
        ('verdict = "permit"', 'verdict = "permitt"', "K1", 'verdict = "permit"', "Did you mean"),
        ('verdict = "permit"', "verdict = 5", "K1", 'verdict = "permit"', "takes a text"),
        ('slot = "approval"\n', "", "K1", "[[rule]]", "'slot' is missing"),
        ('url = "https', 'addres = "https', "K1", 'url = "https', "is not known"),
        ('act = ["sister_city", "mou"]', 'act = ["sister"]', "K1", "act = [", "not known as act"),
        ('act = ["sister_city", "mou"]', "act = []", "K1", "act = [", "so no case is met"),
        ('act = ["sister_city", "mou"]', "act = [1]", "K1", "act = [", "takes a list"),
        ("days = 7", "days = -7", "K1", "deadline = {days = 7", "takes a whole number"),
        ("days = 7", "days = true", "K1", "deadline = {days = 7", "takes a whole number"),
        ("horizon_from = 2005-07-13", 'horizon_from = "x"', "K1", "horizon_from", "takes a day"),
        (
            "horizon_from = 2005-07-13",
            "horizon_from = 2005-07-13T10:00:00",
            "K1",
            "horizon_from",
            "takes a day",
        ),
        ("papers = [{key", 'papers = ["x", {key', "K1", "papers = [", "list of tables"),
        ('default = "other"', 'default = "C"', "K1", 'default = "other"', "as default"),
        ('partner = "@listed"', 'partner = "@authority"', "K1", 'partner = "@listed"', "a list"),
        ('authority = "@authority"', 'authority = "@listed"', "K1", '"@authority"', "a text"),
        (
            'basis = ["l1#1"]\nrecords = "c',
            'basis = ["l9#1"]\nrecords = "c',
            "K2",
            None,
            "names no",
        ),
        ('by = "l1#2"', 'by = "l9#2"', "K2", 'by = "l1#2"', "names no provision"),
        ('[provision."l1#2"]', '[provision."l9#2"]', "K2", '[provision."l1#2"]', "no source 'l9'"),
        ('authority = "@authority"', 'authority = "@autho"', "K2", '"@authority"', "no parameter"),
        ('partner = "@listed"', 'partner = "@nobody"', "K2", 'partner = "@listed"', "no parameter"),
        ('steps = ["sign"', 'steps = ["sing"', "K2", 'steps = ["sign"', "no step 'sing'"),
        ('overrides = ["agreement", "t', 'overrides = ["x", "t', "K2", "overrides = [", "no rule"),
        ('rules = ["agreement"]', 'rules = ["x"]', "K2", 'rules = ["agreement"]', "no rule 'x'"),
        ('after = ["council"]', 'after = ["x"]', "K2", "[step.transmit]", "no step 'x'"),
        (
            'steps = ["inform"]\nbasis = ["c1#1"]',
            'steps = ["inform"]',
            "K2",
            None,
            "'travel' cites nothing",
        ),
        (
            "{from = 2018-12-10, by",
            "{from = 2005-07-13, by",
            "K3",
            "{from = 2018-12-10, by",
            "is n",
        ),
        ("{from = 2018-07-10, value", "{from = 2001-07-10, value", "K3", None, "is not after the"),
        (
            "{from = 2005-07-13, value = {",
            "{from = 2006-07-13, value = {",
            "K3",
            None,
            "begins only",
        ),
        (
            'overrides = ["agreement", "village"]',
            'overrides = ["listed"]',
            "K8",
            None,
            "in a circle",
        ),
        ('before = ["permit"]', 'after = ["permit"]', "K10", None, "in a circle"),
        (
            'reason = {tr = "Böyle bir durum olmaz.", en = "There is no such case."}',
            'reason = {tr = "Böyle bir durum olmaz."}',
            "K22",
            "reason = {tr",
            "both languages",
        ),
        (
            'kind = "impossible"',
            'kind = "impossible"\nfrom = 2010-01-01\nuntil = 2010-01-01',
            "K5",
            None,
            "holds on no day",
        ),
        ('id = "village"\n', 'id = "agreement"\n', "K1", 'id = "village"', "is used before"),
    ],
)
def test_pack_with_a_fault_is_refused_with_line_and_mend(old, new, check, at, says):
    faults = refusals(changed(old, new))

    found = [fault for fault in faults if fault.check == check and says in fault.text.en]
    assert found != [], [fault.told("en") for fault in faults]
    if at is not None:
        assert found[0].line == line_of(at)
    assert found[0].told("tr").startswith(f"sound.toml:{found[0].line}: {check}: ")


def test_pack_without_values_or_head_is_refused():
    assert (
        "at least one entry"
        in refusals(TEXT + '\n[[param]]\nid = "empty"\nvalues = []\n')[0].text.en
    )
    assert {fault.text.en.split("'")[1] for fault in refusals("")} >= {"id", "knowledge_date"}


def test_all_faults_of_a_pack_are_told_at_once():
    text = changed('verdict = "permit"', 'verdict = "x"').replace('kind = "permit"', 'kind = "y"')

    assert len(refusals(text)) == 2


def test_broken_toml_is_refused_with_its_line():
    (fault,) = refusals(changed('id = "sound"', "id = "))

    assert (fault.check, fault.line) == ("K1", line_of('id = "sound"'))
    assert "Mend this line" in fault.text.en


def test_toml_nested_without_end_is_refused():
    (fault,) = refusals("a = " + "[" * 100_000)

    assert "nested too deeply" in fault.text.en


def test_file_that_is_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(PackRefusedError, match=f"may have {MOST_BYTES} at most") as refused:
        load_pack(path)
    assert refused.value.told("tr").startswith("huge.toml: K1: dosya 50000000 bayttır")


@pytest.mark.parametrize(("content", "says"), [(b"a = 1\n\xff", "no UTF-8"), (None, "cannot be")])
def test_file_that_is_no_text_or_not_there_is_refused(tmp_path, content, says):
    path = tmp_path / "odd.toml"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(PackRefusedError, match=says):
        load_pack(path)


def test_lines_are_those_of_the_latest_table_of_a_list():
    lines = Lines(
        'a = 1\n[[case]]\nid = 1\n[case.expect]\nx = """\ny = 1\n"""\n[[case]]\n'
        '[case.expect]\nb.c = [\n  {d = 1},\n  {d = 2},\n]\n[s."a.b"]\n'
    )

    assert lines.line_of(("a",)) == 1
    assert lines.line_of(("case", 0, "expect", "x")) == 5
    assert lines.line_of(("case", 1, "expect")) == 9
    assert lines.line_of(("case", 1, "expect", "b", "c", 1, "d")) == 12
    assert lines.line_of(("s", "a.b", "unknown")) == 14
    assert lines.line_of(("case", 0, "expect", "y")) == 4
    assert lines.line_of(("nothing",)) is None
