from datetime import date

import pytest

from elci.domain.law.checking import TITLES, Neighbours, check_pack
from elci.domain.law.checking.constancy import constant_between_boundaries
from elci.domain.law.checking.coverage import Sweep
from elci.domain.law.index import index_of
from tests.domain.law.packs import TEXT, TODAY, changed, file_of, findings, neighbours

CIRCULAR = 'note = {tr = "Genelge", en = "Circular"}\n'
RULE = """
[[rule]]
id = "{id}"
slot = "money"
verdict = "notify"
act = ["{act}"]
body = ["metropolitan"]
basis = ["l1#1"]
{steps}
"""


def test_sound_pack_passes_every_check():
    results = check_pack(file_of(), neighbours(), today=TODAY)

    assert [each.check for each in results] == list(TITLES)
    assert all(each.passed for each in results)
    remarks = {each.check: each.remarks[0].en for each in results if each.remarks}
    assert remarks["K6"] == "22848 cases were asked."
    assert remarks["K13"] == "7 scenarios."
    assert remarks["K21"] == "168 cases cannot be, 16296 are not known."


@pytest.mark.parametrize(
    ("old", "new", "check", "says"),
    [
        (
            '{from = 2005-07-13, read = "secondary"',
            '{from = 2001-01-01, until = 2002-01-01, read = "secondary"',
            "K4",
            "'c1#1' has no wording in force from 2005-07-13 on",
        ),
        (
            '[[gap]]\nid = "rest"\nkind = "unknown"',
            '[[gap]]\nid = "rest"\nkind = "unknown"\nact = ["join_io"]',
            "K6",
            "there is neither a rule nor a declared gap",
        ),
        (
            'overrides = ["agreement", "travel"]',
            'overrides = ["travel"]',
            "K7",
            "'village' and 'agreement' both win",
        ),
        (
            'overrides = ["agreement", "village"]',
            'overrides = ["agreement", "village", "travel"]',
            "K8",
            "'listed' and 'travel' never apply to one case",
        ),
        (
            'kind = "impossible"',
            'kind = "impossible"\nbody = ["village"]',
            "K9",
            "'cannot_be' is part of no answer",
        ),
        (
            'steps = ["sign", "permit", "transmit", "council"]',
            'steps = ["sign", "permit", "transmit"]',
            "K9",
            "'council' is part of no answer",
        ),
        ('missing = {class = "no_sanction"}\n', "", "K11", "'inform' does not say what follows"),
        (
            CIRCULAR,
            CIRCULAR + RULE.format(id="again", act="send_delegation", steps='steps = ["inform"]'),
            "K12",
            "without 'again' no answer would change",
        ),
        (
            'id = "slow"\nkind = "hint"',
            'id = "slow"\nkind = "hint"\nfrom = 2012-01-01',
            "K13",
            "case 1, 2005-07-13: flags",
        ),
        (
            'id = "care"\nkind = "warning"',
            'id = "care"\nkind = "warning"\nfrom = 2012-01-01',
            "K13",
            "the boundary 2012-01-01",
        ),
        (
            'kind = "impossible"',
            'kind = "impossible"\nfrom = 2018-07-10',
            "K16",
            "the pack departs from the agreed matrix in",
        ),
        (
            (
                'confidence = "low"\nverify = {tr = "Genelgenin metnine bakınız.", '
                'en = "Look at the text of the circular."}\nnote'
            ),
            "note",
            "K17",
            "none of its grounds was read",
        ),
        (
            'value = [], basis = ["l1#1"]',
            'value = [], basis = ["c1#1"]',
            "K17",
            "none of its grounds was read",
        ),
        (
            '  {text = {tr = "Yetki yok", en = "No power"}, basis = ["l1#1"]},\n',
            "",
            "K18",
            "no two readings",
        ),
        (
            'readings = [{text = {tr = "İçişleri", en = "Interior"}, basis = ["l1#1"]}, ',
            "readings = [",
            "K18",
            "no two readings",
        ),
        ('reviewer = "A. Reader"\n', "", "K19", "names its reviewer"),
        ("reviewed_on = 2026-08-22\n", "", "K19", "names its reviewer"),
        (
            "İçişleri Bakanlığından izin",
            "İçişleri Bakanlığının izni",
            "K20",
            "does not have the hash",
        ),
        ('name = {tr = "İmza", en = "Signature"}', 'name = "İmza"', "K22", "in one language only"),
    ],
)
def test_pack_with_a_fault_fails_its_check(old, new, check, says):
    found = findings(changed(old, new))

    assert check in found, found
    assert any(says in text for text in found[check]), found[check]


def test_rule_that_no_scenario_reaches_is_told():
    grant = RULE.format(id="grant", act="accept_conditional_grant", steps="")
    text = changed(CIRCULAR, CIRCULAR + grant)

    assert "no scenario reaches the rule 'grant'. Add one." in findings(text)["K13"]


def test_draft_needs_no_reviewer():
    text = changed('status = "settled"', 'status = "draft"').replace('reviewer = "A. Reader"\n', "")

    assert findings(text) == {}


@pytest.mark.parametrize(("today", "remarks"), [(date(2027, 2, 18), 0), (date(2027, 2, 19), 1)])
def test_old_knowledge_is_remarked_on(today, remarks):
    results = check_pack(file_of(), neighbours(), today=today)
    (reviewed,) = [each for each in results if each.check == "K19"]

    assert (reviewed.passed, len(reviewed.remarks)) == (True, remarks)


def test_pack_without_scenarios_and_matrix_is_not_passed():
    results = check_pack(file_of(), Neighbours(None, None), today=TODAY)

    assert [each.check for each in results if not each.passed] == ["K13", "K16"]


def test_index_that_says_what_no_condition_says_is_told():
    file = file_of(TEXT.replace('id = "sound"', 'id = "other"', 1))
    sweep = Sweep.over(file.pack)
    for segment in index_of(file.pack).segments:
        for facet in segment.open:
            segment.open[facet] = 0  # as if nothing left a word open

    found = constant_between_boundaries(file, sweep)

    assert not found.passed
    assert "between two boundaries" in found.faults[0].text.en
