"""Make the tables of ``src/elci/resources/world`` from their sources.

Run it as ``python tools/build_world.py --countries FILE --distances FILE --votes FILE
--migrants FILE [--links FILE]``. What each source is, and where it comes from, stands in
``src/elci/resources/world/README.md``. The same inputs give the same bytes.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "elci" / "resources" / "world"


def main(arguments: list[str]) -> None:
    """Write the tables and say how many rows each has."""
    sys.path.insert(0, str(ROOT))
    from tools.world.corrections import read_corrections  # noqa: PLC0415  the path is set above
    from tools.world.countries import country_rows  # noqa: PLC0415  the path is set above
    from tools.world.links import city_and_link_rows  # noqa: PLC0415  the path is set above
    from tools.world.pairs import pair_rows  # noqa: PLC0415  the path is set above
    from tools.world.tables import read, write  # noqa: PLC0415  the path is set above

    given = _parser().parse_args(arguments)
    corrections = read_corrections(TARGET / "corrections.csv")
    tables = {
        "countries.csv": country_rows(read(given.countries), corrections),
        "country_pairs.csv": pair_rows(
            read(given.distances), read(given.votes), read(given.migrants), corrections
        ),
    }
    if given.links:
        tables["cities.csv"], tables["links.csv"] = city_and_link_rows(read(given.links))
    for name, rows in tables.items():
        write(given.target / name, rows)
        print(f"{name}: {len(rows)} rows")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, told in (
        ("--countries", "a table of countries with income and memberships"),
        ("--distances", "CEPII GeoDist, with two-letter codes"),
        ("--votes", "agreement in the votes of the General Assembly, a row for each pair"),
        ("--migrants", "UN DESA, residents by country of origin"),
    ):
        parser.add_argument(name, type=Path, required=True, help=told)
    parser.add_argument("--links", type=Path, help="links with the cities at both ends")
    parser.add_argument("--target", type=Path, default=TARGET, help="where the tables go")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
