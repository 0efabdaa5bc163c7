"""Build the whole course as a static site: ``make site``.

The pages are the files of the project themselves, copied to ``build/site-source`` in the same
folders, so that links between them hold. The README becomes the start page. No lesson is run.
"""

import shutil
import subprocess
import sys

from tools.notebooks import ROOT, lessons

SOURCE = ROOT / "build" / "site-source"
SITE = ROOT / "build" / "site"
CONFIG = ROOT / "site"
MATHJAX = ROOT / "node_modules" / "mathjax" / "es5"
# All of TeX that MathJax knows, in one file, and its fonts.
OF_MATHJAX = ("tex-chtml-full.js", "output/chtml/fonts")

CONTENTS = """
```{{toctree}}
:hidden:
:caption: {caption}
{options}
{names}
```
"""


def pages():
    """Return the pages beside the start page, in the order of the navigation, by caption."""
    guides = sorted((ROOT / "instructor").glob("*.md"))
    guides.sort(key=lambda path: path.name != "README.md")
    others = [ROOT / name for name in ("GLOSSARY.md", "data/README.md", "CONTRIBUTING.md")]
    return {"Lessons": lessons(), "For instructors": guides, "To look up": others}


def inputs():
    """Return the files that the site depends on."""
    own = [path for path in CONFIG.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    listed = [path for paths in pages().values() for path in paths]
    single = ["README.md", "package.json", "pyproject.toml", "tools/site.py"]
    return [*own, *listed, *(ROOT / "images").iterdir(), *(ROOT / name for name in single)]


def start_page():
    """Return the README with the navigation of the whole site."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for caption, paths in pages().items():
        names = [path.relative_to(ROOT).with_suffix("").as_posix() for path in paths]
        options = ":numbered: 1\n" if caption == "Lessons" else ""
        text += CONTENTS.format(caption=caption, options=options, names="\n".join(names))
    return text


def collect():
    """Copy everything that Sphinx reads to ``build/site-source``."""
    shutil.rmtree(SOURCE, ignore_errors=True)
    shutil.copytree(ROOT / "images", SOURCE / "images")
    for path in [path for paths in pages().values() for path in paths]:
        copy = SOURCE / path.relative_to(ROOT)
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(path, copy)
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
