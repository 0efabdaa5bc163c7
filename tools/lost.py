"""Name the packages of this environment of which files have gone: ``tools/setup.sh`` calls it.

With ``--remember`` it writes down which packages there are, so that one that has gone as a whole
is missed too. It uses nothing but Python, because anything else may be what has gone.
"""

import csv
import os
import sys
import sysconfig
from pathlib import Path

PACKAGES = Path(sysconfig.get_path("purelib"))
KNOWN = Path(sys.prefix) / "packages.txt"


def installed():
    """Return, by the name of each package, the file that lists its files."""
    return {
        folder.name.partition("-")[0]: folder / "RECORD" for folder in PACKAGES.glob("*.dist-info")
    }


def is_whole(record):
    """Tell whether all files are there that were installed, compiled ones aside."""
    if not record.exists():
        return False
    with record.open(encoding="utf-8", newline="") as rows:
        files = [row[0] for row in csv.reader(rows) if row and not row[0].endswith(".pyc")]
    return all(os.path.exists(os.path.join(PACKAGES, file)) for file in files)


def lost():
    """Return the names of the packages that are not whole, or not there any more."""
    packages = installed()
    gone = set(KNOWN.read_text(encoding="utf-8").split()) - set(packages)
    return sorted(gone | {name for name, record in packages.items() if not is_whole(record)})


if __name__ == "__main__":
    if sys.argv[1:] == ["--remember"]:
        KNOWN.write_text("\n".join(sorted(installed())) + "\n", encoding="utf-8")
    else:
        print(*lost())
