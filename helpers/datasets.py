"""Where the data files of the lessons are, and whether they are still the course's own.

No lesson writes this.
"""

import hashlib
from pathlib import Path

# Name: SHA-256 of the content, rows without the header, columns. As in data/README.md.
FILES = {
    "boston.csv": ("f73baf50aa2042944b786a50f66da0e559297ccc637e7e95c444e1c1d509a569", 506, 13),
    "airquality.csv": ("f623597036b33bc8d8902550d83640c84e1eb21c3ee4337efe9c646e615f832d", 153, 6),
}


def data_path(name):
    """Path of a data file, in a checkout of the course as well as in an installed package.

    Parameters
    ----------
    name : str
        Name of the file without a folder, as in ``"boston.csv"``.

    Returns
    -------
    pathlib.Path
        An existing file. If it is one of the course's own, it has been read once and holds what it
        should. Files that you put beside them are not checked.

    Raises
    ------
    FileNotFoundError
        If there is no data file of this name. A name with a folder in it is refused, and so is an
        empty one.
    OSError
        If the file is there but cannot be read.
    ValueError
        If the content is not that of the course: the file is empty, cut off or changed. Line ends
        that were converted to those of Windows do no harm.

    Notes
    -----
    ``data/README.md`` says what the files hold and what is wrong with them.
    """
    folder = _data_folder()
    names = sorted(
        p.name for p in folder.iterdir() if p.is_file() and p.suffix != ".md" and p.name[0] != "."
    )
    path = folder / str(name)
    if name not in names and name in list(FILES):
        what = "is a folder, not a file" if path.is_dir() else "is missing"
        raise FileNotFoundError(f"The data file {path} {what}. {_how_to_get_it_back(path)}")
    if name not in names:
        raise FileNotFoundError(
            f"There is no data file {name!r}. In {folder} there are: {', '.join(names) or 'none'}. "
            "Give one of these names, spelled the same way and without a folder."
        )
    if name in FILES:
        _check(path)
    return path


def _data_folder():
    package = Path(__file__).resolve().parent
    places = [package / "data", package.parent / "data"]  # an installed package; a checkout
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(
        f"The folder of the data files is missing. Looked for {places[0]} and {places[1]}. "
        "Fetch the whole repository again, or install the package again."
    )


def _check(path):
    try:
        content = path.read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        raise type(error)(
            f"The data file {path} cannot be read: {error.strerror or error}. "
            "Is it open in another program, or may only another user read it?"
        ) from error
    digest, n_rows, n_columns = FILES[path.name]
    if hashlib.sha256(content).hexdigest() != digest:
        raise ValueError(
            f"The data file {path} is not the one of the course: "
            f"{_difference(content.decode(errors='replace'), n_rows, n_columns)}. "
            f"{_how_to_get_it_back(path)} If you changed it on purpose, save your version under "
            "another name first: only the course's own files are checked."
        )


def _difference(text, n_rows, n_columns):
    """What is wrong with a table, as exactly as can be said without the right one."""
    if not text.strip():
        return "it is empty"
    header, *rows = [line.split(",") for line in text.rstrip("\n").split("\n")]
    for number, row in enumerate([header, *rows]):
        if len(row) != n_columns:
            where = f"row {number}" if number else "the line of the column names"
            if number == len(rows) < n_rows:
                where = f"it ends after row {number} of {n_rows}, and that row"
            cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
            return f"{where} has {cells} instead of {n_columns}"
    if len(rows) != n_rows:
        return f"it has {len(rows)} rows instead of {n_rows}"
    for number, row in enumerate(rows, start=1):
        for column, cell in zip(header, row, strict=True):
            if cell and not _is_number(cell):
                text = cell if len(cell) <= 20 else f"{cell[:20]}…"
                return f"row {number}, column {column.strip(chr(34))}: {text!r} is not a number"
    return "its content differs, though its rows and columns are as many as they should be"


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def _how_to_get_it_back(path):
    package = Path(__file__).resolve().parent
    if package in path.parents:
        return "Get it again: install the package again, with pip install --force-reinstall."
    return (
        f"Get it again: git restore data/{path.name} in the folder {path.parents[1]}, "
        "or fetch the course again."
    )
