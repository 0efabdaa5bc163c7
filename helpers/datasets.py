"""Where the data files of the lessons are."""

from pathlib import Path


def data_path(name):
    """Path of a data file, in a checkout of the course as well as in an installed package.

    Parameters
    ----------
    name : str
        Name of the file without a folder, as in ``"boston.csv"``.

    Returns
    -------
    pathlib.Path
        An existing file. Nothing has been read from it.

    Raises
    ------
    FileNotFoundError
        If there is no data file of this name. A name with a folder in it is refused, and so is an
        empty one.

    Notes
    -----
    Born in lesson 1. ``data/README.md`` says what the files hold and what is wrong with them.
    """
    folder = _data_folder()
    names = sorted(
        p.name for p in folder.iterdir() if p.is_file() and p.suffix != ".md" and p.name[0] != "."
    )
    if name not in names:
        raise FileNotFoundError(
            f"There is no data file {name!r}. In {folder} there are: {', '.join(names) or 'none'}. "
            "Give one of these names, spelled the same way and without a folder."
        )
    return folder / name


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
