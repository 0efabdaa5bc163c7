"""Copies of the lessons to work in, in the folder ``my``: ``make lab`` and ``make update``.

They have no outputs, and git does not see them. What a learner wrote is never written over: a newer
version of its lesson is laid beside it.
"""

import argparse
import datetime
import hashlib
import json
import os
import sys

from tools.notebooks import ROOT, clear, read, write

FOLDER = "my"
# Which version of its lesson each copy was made from. Without this file all copies count as touched.
MADE_FROM = ".made-from.json"


def version_of(cells):
    """Return a digest of what can be read in cells: their types and texts, in order."""
    read = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()


def look_at(path):
    """Return the version of a copy, and whether it has outputs; ('', True) if it is no notebook."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return version_of(cells), any(cell.get("outputs") for cell in cells)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return "", True


def remembered(folder):
    """Return the version from which each copy was made, by the name of the copy."""
    try:
        made_from = json.loads((folder / MADE_FROM).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return made_from if isinstance(made_from, dict) else {}


def remember(made_from, folder):
    """Store the versions, whole or not at all."""
    unfinished = folder / f"{MADE_FROM}.unfinished"
    unfinished.write_text(json.dumps(made_from, indent=1), encoding="utf-8")
    os.replace(unfinished, folder / MADE_FROM)


def lies_beside(copy, version, made_from):
    """Whether a version of a lesson was laid beside its copy, and is still there."""
    beside = [path for path in copy.parent.iterdir() if path.name.startswith(f"{copy.stem}_new_")]
    return any(version in (made_from.get(path.name), look_at(path)[0]) for path in beside)


def place_beside(copy):
    """Return where a newer version can lie beside a copy: a name that nothing has."""
    name = f"{copy.stem}_new_{datetime.date.today()}"
    place, count = copy.with_name(f"{name}.ipynb"), 1
    while os.path.lexists(place):
        count += 1
        place = copy.with_name(f"{name}_{count}.ipynb")
    return place


def lay(root=ROOT, update=False, say=print):
    """Lay a copy of each lesson that has none.

    Parameters
    ----------
    root : pathlib.Path
        The folder of the course.
    update : bool
        Whether to bring newer versions as well: in place of a copy that nobody has touched, beside
        one that somebody has.
    say : callable
        Gets a line for each thing done.
    """
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    made_from, same = remembered(folder), 0
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        copy = folder / path.name
        # A link that leads nowhere is something, too.
        is_there = os.path.lexists(copy)
        if is_there and not update:
            same += 1
            continue
        lesson = read(path)
        clear(lesson)
        new, old = version_of(lesson.cells), made_from.get(copy.name)
        found, has_outputs = look_at(copy)
        if not is_there:
            place, said = copy, "is new."
        elif new in (old, found) or lies_beside(copy, new, made_from):
            same += 1
            continue
        elif found == old and not has_outputs:
            place, said = copy, "is renewed: you had changed nothing in it."
        else:
            place = place_beside(copy)
            said = f"is the new version of {copy.name}, which stays as you left it."
        write(lesson, place)
        made_from[place.name] = new
        # Now, not at the end: whoever interrupts this loses nothing of what is known.
        remember(made_from, folder)
        say(f"{FOLDER}/{place.name} {said}")
    if same:
        say(f"{same} of your lessons in {FOLDER}/ stay as they are.")


def main():
    parser = argparse.ArgumentParser(description="Lay copies of the lessons into the folder my.")
    parser.add_argument(
        "--update", action="store_true", help="bring newer versions, and keep what was changed"
    )
    try:
        lay(update=parser.parse_args().update)
    except OSError as error:
        sys.exit(f"The copies in {FOLDER}/ could not be written: {error}")


if __name__ == "__main__":
    main()
