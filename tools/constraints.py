"""Write the exact versions that pip chooses today into constraints.txt: ``make constraints``."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
HEADER = """\
# The exact versions with which the stored outputs were made, chosen for Python {python}.
# Made by: make constraints. Then run: make notebooks, make test.
"""


def main():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    running = "{}.{}".format(*sys.version_info)
    if running != oldest:
        # Newer Pythons choose versions that the oldest one cannot install.
        sys.exit(f"This is Python {running}. Run: make constraints PYTHON=python{oldest}")
    extras = {n: listed for n, listed in project["optional-dependencies"].items() if n != "bench"}
    wanted = [*project["dependencies"], *(need for listed in extras.values() for need in listed)]
    # For the first patch release: some packages need a later one, and Debian's is an early one.
    command = [*"-m pip install --quiet --dry-run --ignore-installed --report -".split()]
    command += ["--python-version", f"{oldest}.0", "--only-binary", ":all:"]
    command += ["--target", "unused", *wanted]
    answer = subprocess.run([sys.executable, *command], stdout=subprocess.PIPE, text=True)
    if answer.returncode != 0:
        sys.exit("No set of versions found; the reason stands above. constraints.txt is unchanged.")
    chosen = [package["metadata"] for package in json.loads(answer.stdout)["install"]]
    versions = {canonicalize_name(package["name"]): package["version"] for package in chosen}
    pins = "".join(f"{name}=={version}\n" for name, version in sorted(versions.items()))
    (ROOT / "constraints.txt").write_text(
        HEADER.format(python=f"{oldest}.0") + pins, encoding="utf-8"
    )
    print(f"constraints.txt: {len(versions)} versions")


if __name__ == "__main__":
    main()
