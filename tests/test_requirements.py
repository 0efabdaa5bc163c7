import re
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tools.notebooks import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED = PROJECT["dependencies"]
EXTRAS = PROJECT["optional-dependencies"]
PEERS = EXTRAS.pop("bench")  # installed for a comparison of speed alone


def lines(name):
    """The lines of a requirements file without comments."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def environment():
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]


def test_requirements_txt_is_the_list_of_pyproject():
    assert lines("requirements.txt") == [*NEEDED, *EXTRAS["lab"], "-e ."]


def test_environment_yml_is_the_list_of_pyproject():
    python, *packages = environment()
    assert packages == [*NEEDED, *EXTRAS["lab"], "pip", {"pip": ["-e ."]}]
    # Binder takes Python 3.10 if none is named, and understands X.Y only.
    assert re.fullmatch(r"python=3\.\d+", python)
    assert python.removeprefix("python=") in SpecifierSet(PROJECT["requires-python"])


def test_constraints_are_exact_sorted_versions():
    pins = lines("constraints.txt")
    names = [pin.split("==")[0] for pin in pins]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][a-z0-9.]*", pin) for pin in pins)
    assert names == sorted(set(names))


@pytest.mark.parametrize("requirement", [*NEEDED, *(r for extra in EXTRAS.values() for r in extra)])
def test_constraints_satisfy_the_range_of(requirement):
    requirement = Requirement(requirement)
    pins = dict(line.split("==") for line in lines("constraints.txt"))
    assert requirement.name in pins, "Run: make constraints"
    assert pins[requirement.name] in requirement.specifier


@pytest.mark.parametrize("requirement", NEEDED)
def test_colab_satisfies_the_range_of(requirement):
    """A lesson opened there must not have to replace anything."""
    requirement = Requirement(requirement)
    colab = dict(line.split("==") for line in lines("tests/environments/colab.txt"))
    assert colab[requirement.name] in requirement.specifier


def test_peers_of_the_benchmark_are_exact_and_needed_nowhere_else():
    assert all(re.fullmatch(r"[a-z-]+==[0-9.]+", peer) for peer in PEERS)
    names = {Requirement(peer).name for peer in PEERS}
    assert not names & {pin.split("==")[0] for pin in lines("constraints.txt")}
