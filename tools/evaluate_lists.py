"""Measure how well names become places and pasted lists become rows; never a test.

Run it as ``python -m tools.evaluate_lists [--istanbul FOLDER] [PLACES ARGUMENT …]``. It prints, of
Istanbul's four tables as text copied out of a PDF (``*.raw.txt`` in FOLDER), how many rows and
fields equal the tables keyed by hand; of names, how many keep their answer however they are cased
and normalised; then all that ``tools.evaluate_places`` measures beside its two baselines.
"""

import argparse
import sys
from pathlib import Path
from typing import Final

from elci.domain.places.gazetteer import open_gazetteer
from tools import evaluate_places
from tools.evaluate.invariance import invariance
from tools.evaluate.istanbul import keyed_against_read

PASTED: Final = Path(__file__).parent.parent / "tests" / "domain" / "extraction" / "istanbul"


def main() -> None:
    """Print the figures of lists, of spellings and of names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--istanbul", type=Path, default=PASTED, metavar="FOLDER")
    arguments, rest = parser.parse_known_args()
    gazetteer = open_gazetteer()
    print("Istanbul's tables as pasted text, beside the tables keyed by hand")
    for line in keyed_against_read(arguments.istanbul, gazetteer):
        print(f"  {line}")
    print("\nThe same place, however its own and its Turkish name are written")
    for line in invariance(gazetteer):
        print(f"  {line}")
    sys.argv[1:] = rest
    evaluate_places.main()


if __name__ == "__main__":
    main()
