"""Write the address of the repository to where readers need it: ``make address``.

The address is that of the git remote called origin, if it is on GitHub. It goes to pyproject.toml,
into the badges and the line to clone in README.md, and into the first two cells of each lesson: the
badges, and what brings the package to Colab.
"""

import re
import subprocess
import sys
import tomllib

from tools.notebooks import ROOT, lessons, read, write

README = ROOT / "README.md"
PROJECT = ROOT / "pyproject.toml"
# The owner in the address as long as nobody has published the course.
PLACEHOLDER = "OWNER"
GITHUB = re.compile(
    r"(?:https?://(?:[^@/]+@)?|ssh://git@|git@)github\.com[:/](?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?"
)
BADGE = re.compile(r"\[!\[Open in (Colab|Binder)\]\([^)]*\)\]\([^)]*?/([\w.-]+\.ipynb)\)")
CLONE = re.compile(r"git clone \S+")
BOOTSTRAP = """\
# On Colab only: fetch the small package that the lessons share. Elsewhere this cell does nothing.
import sys

if "google.colab" in sys.modules:
    %pip install --quiet git+{address}"""


def repository():
    """Return the address of the repository, ``https://github.com/owner/name``."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return project["urls"]["Repository"].rstrip("/")


def link_of(remote):
    """Return a remote on GitHub as a link, whether it is written for SSH or for the web.

    Raises
    ------
    ValueError
        If it is elsewhere: Colab and Binder open lessons from GitHub.
    """
    if not (found := GITHUB.fullmatch(remote)):
        raise ValueError(
            f"The remote origin is {remote}, but the badges for Colab and Binder need a repository "
            "on GitHub. Name yours: git remote set-url origin https://github.com/you/course"
        )
    return f"https://github.com/{found['name']}"


def origin():
    """Return the git remote called origin, or '' if there is none."""
    command = ["git", "remote", "get-url", "origin"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.strip()


def badge(site, lesson, address, images="../images"):
    """Return the Markdown of the badge that opens a lesson on Colab or on Binder.

    Neither shows outputs: Colab opens the branch of ``make cleared``, Binder a copy in ``my``.
    """
    name = address.removeprefix("https://github.com/")
    link = {
        "Colab": f"https://colab.research.google.com/github/{name}/blob/cleared/notebooks/{lesson}",
        "Binder": f"https://mybinder.org/v2/gh/{name}/main?urlpath=lab/tree/my/{lesson}",
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
            expected = badge(site, path.name, address)
            if expected not in title.source or title.source.count(f"[Open in {site}]") != 1:
                faults.append(f"{path.name}, first cell: must hold this {site} badge:\n{expected}")
        expected = BOOTSTRAP.format(address=address)
        if second.cell_type != "code" or second.source != expected:
            faults.append(f"{path.name}, second cell: must be this code cell:\n{expected}")
    return faults


def renew(address):
    """Write an address to all places."""
    project = PROJECT.read_text(encoding="utf-8")
    project = re.sub(r'(?m)^(Repository = ").*(")$', rf"\g<1>{address}\g<2>", project)
    readme = link_readme(README.read_text(encoding="utf-8"), address)
    for path, text in ((PROJECT, project), (README, readme)):
        path.write_text(text, encoding="utf-8", newline="\n")
    for path in lessons():
        notebook = read(path)
        link_lesson(notebook, path.name, address)
        write(notebook, path)


def main():
    remote = origin()
    try:
        address = link_of(remote) if remote else repository()
    except ValueError as error:
        sys.exit(str(error))
    renew(address)
    if faults := check():
        sys.exit("\n".join(faults))
    if f"/{PLACEHOLDER}/" in address:
        sys.exit(
            f"The address is still {address}, which leads nowhere, because this folder has no git "
            "remote called origin. Publish it on GitHub, then:\n"
            "    git remote add origin https://github.com/you/course\n    make address"
        )
    print(f"All badges and lessons point to {address}")


if __name__ == "__main__":
    main()
