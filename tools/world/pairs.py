"""What lies between two countries: one row a pair, the code that sorts first in front."""

from collections.abc import Iterable

from elci.domain.places.countries import all_countries
from tools.world.corrections import Corrections, correct
from tools.world.tables import Row

FLAGS = {
    "contiguous": "contig",
    "language": "comlang_off",
    "language_spoken": "comlang_ethno",
    "colony": "colony",
    "coloniser": "comcol",
    "same_state": "smctry",
}
COLUMNS = (*FLAGS, "capitals_km", "agreement", "joint_votes", "a_in_b", "b_in_a")


def pair_rows(
    distances: Iterable[Row],
    votes: Iterable[Row],
    migrants: Iterable[Row],
    corrections: Corrections,
) -> list[Row]:
    """Return a row for each pair of which a source says anything; what none says is empty."""
    found: dict[tuple[str, str], Row] = {}
    for row in distances:
        if row["iso2_o"] < row["iso2_d"]:
            pair = _pair(found, row["iso2_o"], row["iso2_d"])
            pair |= {ours: row[theirs] for ours, theirs in FLAGS.items()}
            pair["capitals_km"] = str(round(float(row["distcap"])))
    for row in votes:
        pair = _pair(found, row["iso2_a"], row["iso2_b"])
        pair |= {"agreement": row["agreement"], "joint_votes": row["joint_votes"]}
    for row in migrants:
        origin, residence = row["origin_iso2"], row["dest_iso2"]
        if origin != residence:
            field = "a_in_b" if origin < residence else "b_in_a"
            _pair(found, *sorted((origin, residence)))[field] = row["stock_2019"]
    for table, key in corrections:
        if table == "pairs":
            one, other = key.split("-")
            correct(_pair(found, one, other), table, key, corrections)
    known = all_countries()
    return [
        {"a": one, "b": other, **row}
        for (one, other), row in sorted(found.items())
        if one in known and other in known
    ]


def _pair(found: dict[tuple[str, str], Row], one: str, other: str) -> Row:
    return found.setdefault((one, other), dict.fromkeys(COLUMNS, ""))
