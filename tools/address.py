"""Write the address of the repository, which stands in pyproject.toml, to where readers need it.

From the command line: ``make address``. It renews the badges and the line to clone in README.md, the
badges in the first cell of each lesson, and the second cell, which brings the package to Colab.
"""

import re
import tomllib

from tools.notebooks import ROOT, lessons, read, write

README = ROOT / "README.md"
BADGE = re.compile(r"\[!\[Open in (Colab|Binder)\]\([^)]*\)\]\([^)]*?/([\w.-]+\.ipynb)\)")
CLONE = re.compile(r"git clone \S+")
BOOTSTRAP = """\
# On Colab only: fetch the small package that the lessons share. Elsewhere this cell does nothing.
import sys

if "google.colab" in sys.modules:
    %pip install --quiet git+{address}"""


def repository():
    """Return the address of the repository, ``https://github.com/owner/name``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["urls"]["Repository"].rstrip("/")


def badge(site, lesson, address, images="../images"):
    """Return the Markdown of the badge that opens a lesson on Colab or on Binder."""
    name = address.removeprefix("https://github.com/")
    link = {
        "Colab": f"https://colab.research.google.com/github/{name}/blob/main/notebooks/{lesson}",
        "Binder": f"https://mybinder.org/v2/gh/{name}/main?urlpath=lab/tree/notebooks/{lesson}",
    }[site]
    return f"[![Open in {site}]({images}/badge-{site.lower()}.svg)]({link})"


def link_readme(text, address):
    """Return the text of the README with all its badges and the line to clone renewed."""
    text = CLONE.sub(f"git clone {address}", text)
    return BADGE.sub(lambda found: badge(found[1], found[2], address, "images"), text)


def link_lesson(notebook, lesson, address):
    """Renew the badges and the bootstrap cell of a lesson, where it has them."""
    title, second = notebook.cells[:2]
    title.source = BADGE.sub(lambda found: badge(found[1], lesson, address), title.source)
    if "google.colab" in second.source:
        second.source = BOOTSTRAP.format(address=address)


def check():
    """Return a list of what disagrees with pyproject.toml, each entry with what to do."""
    address = repository()
    faults = []
    readme = README.read_text(encoding="utf-8")
    if link_readme(readme, address) != readme:
        faults.append("README.md: a badge or git clone has another address. Run: make address")
    for path in lessons():
        title, second = read(path).cells[:2]
        for site in ("Colab", "Binder"):
            expected = badge(site, path.name, address, "images")
            if expected not in readme:
                faults.append(f"README.md: must hold this badge:\n{expected}")
            expected = badge(site, path.name, address)
            if expected not in title.source or title.source.count(f"[Open in {site}]") != 1:
                faults.append(f"{path.name}, first cell: must hold this {site} badge:\n{expected}")
        expected = BOOTSTRAP.format(address=address)
        if second.cell_type != "code" or second.source != expected:
            faults.append(f"{path.name}, second cell: must be this code cell:\n{expected}")
    return faults


def main():
    address = repository()
    README.write_text(
        link_readme(README.read_text(encoding="utf-8"), address), encoding="utf-8", newline="\n"
    )
    for path in lessons():
        notebook = read(path)
        link_lesson(notebook, path.name, address)
        write(notebook, path)
    print("\n".join(check()) or f"All badges and lessons point to {address}")


if __name__ == "__main__":
    main()
