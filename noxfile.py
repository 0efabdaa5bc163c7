"""Environments with other versions, each made from nothing: ``make test-matrix``, ``make colab``."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import nox
from packaging.requirements import Requirement

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = True
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["matrix"]

if pyenv := shutil.which("pyenv"):
    # Its commands python3.12 and so on answer only for the versions that are named here. Where they
    # are is clear from its own place, also when HOME is another one.
    os.environ.setdefault("PYENV_ROOT", str(Path(pyenv).resolve().parents[1]))
    found = subprocess.run([pyenv, "versions", "--bare"], capture_output=True, text=True)
    os.environ.setdefault("PYENV_VERSION", ":".join(found.stdout.split()))

PYTHONS = ["3.11", "3.12", "3.13"]
VERSIONS = ["lowest", "stored", "newest"]


def lowest():
    """Return the lower bound of each range in pyproject.toml as an exact version."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["lab"]]
    bounds = []
    for requirement in map(Requirement, needed):
        (bound,) = (s.version for s in requirement.specifier if s.operator == ">=")
        bounds.append(f"{requirement.name}=={bound}")
    return bounds


def run_tests(session, *options):
    session.install("--editable", ".[lab,test]", *options)
    session.run("python", "-m", "pytest", "-n", "2", "--dist", "loadscope", *session.posargs)


@nox.session(python=PYTHONS)
@nox.parametrize("versions", VERSIONS, ids=VERSIONS)
def matrix(session, versions):
    """The tests and the lessons' texts with the lowest, the stored and the newest versions."""
    if versions == "lowest":
        run_tests(session, *lowest())
    elif versions == "stored":
        run_tests(session, "--constraint", "constraints.txt")
    else:
        run_tests(session, "--upgrade")


@nox.session(python=PYTHONS)
def prereleases(session):
    """The same with versions that are not yet released."""
    run_tests(session, "--upgrade", "--pre")


@nox.session(python="3.13")
def colab(session):
    """Each lesson alone, with Colab's versions; the tests themselves run in this environment."""
    session.install("pip", "--requirement", "tests/environments/colab.txt")
    session.run(
        *[
            sys.executable,
            "-m",
            "pytest",
            "tests/environments/test_colab.py",
            *session.posargs,
        ],
        env={"COLAB_PYTHON": str(Path(session.bin).resolve() / "python")},
        external=True,
    )
