"""Make the corpus of files that a reader must refuse, or read with care.

Run it as ``python -m tools.make_nasty_files FOLDER``; the tests make the same files themselves.
"""

import sys
from pathlib import Path

from tools.nasty_files.corpus import nasty_files


def main(arguments: list[str]) -> int:
    """Write every file into the folder and say what its reader must answer."""
    if len(arguments) != 1:
        print("Say into which folder: python -m tools.make_nasty_files FOLDER")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for file in nasty_files():
        (folder / file.name).write_bytes(file.content)
        print(f"{file.name:28} {len(file.content):>10}  {file.answer} {file.note}".rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
