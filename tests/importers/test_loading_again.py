"""Loading a register that is there already: nothing twice, and nothing lost."""

from elci.agreements.actions import correct_act
from elci.agreements.models import Account
from elci.importers.published_tables import load_register
from tests.builders import TODAY, act_facts, make_act
from tests.importers.row_counts import rows_by_model


def test_loading_twice_changes_nothing(istanbul):
    before = rows_by_model()

    assert load_register("istanbul", today=TODAY) == istanbul
    assert rows_by_model() == before


def test_loading_again_keeps_what_was_recorded_and_corrected_since(istanbul):
    account = Account.objects.get(partner_as_printed="Rio de Janerio")
    signed = account.acts.get(kind="signed")
    correct_act(
        signed, act_facts("signed", "1965-03"), user=None, today=TODAY, reason="the council's book"
    )
    make_act(account, "renewed", "2022-01-05")

    load_register("istanbul", today=TODAY)

    standing = account.acts.filter(known_until=None)
    assert [str(act.happened) for act in standing] == ["1965-03", "2012-06-18", "2022-01-05"]
