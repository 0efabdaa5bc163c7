"""Build the whole course as a static site: ``make site``.

The pages are the files of the project themselves, copied to ``build/site-source`` in the same
folders, so that links between them hold. The README becomes the start page. No lesson is run.
"""

import base64
import re
import shutil
import subprocess
import sys

from tools.notebooks import ROOT, lessons, read

SOURCE = ROOT / "build" / "site-source"
SITE = ROOT / "build" / "site"
CONFIG = ROOT / "tools" / "site"
MATHJAX = ROOT / "node_modules" / "mathjax" / "es5"
# All of TeX that MathJax knows, in one file, and its fonts.
OF_MATHJAX = ("tex-chtml-full.js", "output/chtml/fonts")

# So Sphinx does not miss a page in the navigation.
ORPHAN = "---\norphan: true\n---\n\n"
CONTENTS = """
```{{toctree}}
:hidden:
:caption: {caption}
{options}
{names}
```
"""


GUIDES = ROOT / "instructor"


def menu():
    """Return the pages of the navigation beside the start page, in its order, by caption."""
    others = [ROOT / name for name in ("GLOSSARY.md", "data/README.md", "CONTRIBUTING.md")]
    return {"Lessons": lessons(), "To look up": others, "For instructors": [GUIDES / "README.md"]}


def with_answers():
    """Return the pages that hold answers: links lead there, but they are not in the navigation."""
    return sorted(path for path in GUIDES.glob("*.md") if path.name != "README.md")


def pages():
    """Return all pages beside the start page."""
    return [*(path for paths in menu().values() for path in paths), *with_answers()]


def inputs():
    """Return the files that the site depends on."""
    own = [path for path in CONFIG.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    single = ["README.md", "package.json", "pyproject.toml"]
    return [*own, *pages(), *(ROOT / "images").iterdir(), *(ROOT / name for name in single)]


def start_page():
    """Return the README, with the way into the first lesson on top, and the navigation."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    top, *sections = re.split(r"(?m)^(?=## )", text)
    title, rest = top.split("\n", 1)
    begin = f"[Begin lesson 1](notebooks/{lessons()[0].name}){{.begin}}"
    # Who reads the site wants to read: the lessons come before the commands.
    sections.sort(key=lambda section: not section.startswith("## The lessons"))
    text = "".join([f"{title}\n\n{begin}\n", rest, *sections])
    for caption, paths in menu().items():
        names = [path.relative_to(ROOT).with_suffix("").as_posix() for path in paths]
        options = ":numbered: 1\n" if caption == "Lessons" else ""
        text += CONTENTS.format(caption=caption, options=options, names="\n".join(names))
    return text


def opening_of(path):
    """Return the name of the file with the picture in the first cell of a lesson."""
    return f"opening-{path.stem}.png"


def collect():
    """Copy everything that Sphinx reads to ``build/site-source``."""
    shutil.rmtree(SOURCE, ignore_errors=True)
    shutil.copytree(ROOT / "images", SOURCE / "images")
    for path in pages():
        copy = SOURCE / path.relative_to(ROOT)
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(path, copy)
    for path in lessons():
        for bundle in read(path).cells[0].get("attachments", {}).values():
            picture = SOURCE / "images" / opening_of(path)
            picture.write_bytes(base64.b64decode(bundle["image/png"]))
    for path in with_answers():
        copy = SOURCE / path.relative_to(ROOT)
        copy.write_text(f"{ORPHAN}{path.read_text(encoding='utf-8')}", encoding="utf-8")
    (SOURCE / "index.md").write_text(start_page(), encoding="utf-8")
    static = SOURCE / "_static"
    shutil.copytree(CONFIG / "static", static)
    for name in OF_MATHJAX:
        copy = static / "mathjax" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (MATHJAX / name).is_dir() else shutil.copy)(MATHJAX / name, copy)


def sphinx(source, site):
    """Return the command that builds a site. Whatever Sphinx warns of is an error."""
    command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "--fresh-env"]
    # What Sphinx keeps between two runs stays out of the site.
    command += ["--doctree-dir", site.with_name("site-doctrees"), "--conf-dir", CONFIG]
    return [*command, source, site]


def main():
    if not MATHJAX.exists():
        sys.exit("The site needs MathJax, which npm brings into node_modules. Run: make site")
    collect()
    shutil.rmtree(SITE, ignore_errors=True)
    if subprocess.run(sphinx(SOURCE, SITE), cwd=ROOT).returncode:
        sys.exit("The site has the faults above.")
    print(f"The site begins at {(SITE / 'index.html').relative_to(ROOT)}")


if __name__ == "__main__":
    main()
