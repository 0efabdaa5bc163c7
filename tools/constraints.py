"""Write the exact versions that pip chooses today into constraints.txt: ``make constraints``."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
HEADER = """\
# The exact versions with which the stored outputs were made, chosen on Python {python}.
# Made by: make constraints. Then run: make notebooks, make test.
"""


def main():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    running = "{}.{}".format(*sys.version_info)
    if running != oldest:
        # Newer Pythons choose versions that the oldest one cannot install.
        sys.exit(f"This is Python {running}. Run: make constraints PYTHON=python{oldest}")
    extras = ",".join(extra for extra in project["optional-dependencies"] if extra != "bench")
    command = "-m pip install --quiet --dry-run --ignore-installed --report - --editable".split()
    answer = subprocess.run(
        [sys.executable, *command, f".[{extras}]"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    if answer.returncode != 0:
        sys.exit("No set of versions found; the reason stands above. constraints.txt is unchanged.")
    chosen = [package["metadata"] for package in json.loads(answer.stdout)["install"]]
    versions = {canonicalize_name(package["name"]): package["version"] for package in chosen}
    del versions[project["name"]]
    pins = "".join(f"{name}=={version}\n" for name, version in sorted(versions.items()))
    (ROOT / "constraints.txt").write_text(HEADER.format(python=running) + pins, encoding="utf-8")
    print(f"constraints.txt: {len(versions)} versions")


if __name__ == "__main__":
    main()
