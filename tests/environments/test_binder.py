"""What Binder makes of ``environment.yml`` and ``postBuild``, as repo2docker renders it without Docker."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import checkout
from tools.address import badge
from tools.notebooks import ROOT, lessons

ENVIRONMENT = (ROOT / "environment.yml").read_text(encoding="utf-8")
(PYTHON,) = re.findall(r"- python=(\S+)", ENVIRONMENT)
UPDATE = 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"'


def rendered(folder):
    """Return the Dockerfile that repo2docker would build, or fail with what it says."""
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(folder)]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout + answer.stderr


def python_of(dockerfile):
    """Return the version of Python whose locked environment the image begins with."""
    (version,) = re.findall(r"environment-2epy-2d(\d+)-2e(\d+)-2dlinux", dockerfile)
    return ".".join(version)


def folder_with(tmp_path, environment):
    (tmp_path / "environment.yml").write_text(environment, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def dockerfile():
    return rendered(ROOT)


def test_binder_takes_the_python_of_environment_yml(dockerfile):
    assert python_of(dockerfile) == PYTHON


def test_another_python_would_be_seen(tmp_path):
    other = folder_with(tmp_path, ENVIRONMENT.replace(f"python={PYTHON}", "python=3.11"))
    assert python_of(rendered(other)) == "3.11"


def test_a_file_that_names_no_python_would_be_seen(tmp_path):
    none = folder_with(tmp_path, ENVIRONMENT.replace(f"  - python={PYTHON}\n", ""))
    assert python_of(rendered(none)) != PYTHON


def test_binder_installs_environment_yml_with_the_package_after_it_has_the_checkout(dockerfile):
    assert {"pip": ["-e ."]} in yaml.safe_load(ENVIRONMENT)["dependencies"]
    assert 0 < dockerfile.index("COPY --chown=0:0 src/ ${REPO_DIR}/") < dockerfile.index(UPDATE)


def test_a_file_that_is_not_yaml_is_refused(tmp_path):
    with pytest.raises(AssertionError, match="environment.yml|yaml"):
        rendered(folder_with(tmp_path, "dependencies: [python=3.13\n"))


def test_binder_runs_post_build_when_all_is_installed(dockerfile, tmp_path):
    assert dockerfile.index(UPDATE) < dockerfile.index("RUN ./postBuild\n")
    assert "RUN ./postBuild" not in rendered(folder_with(tmp_path, ENVIRONMENT))


def test_post_build_lays_the_copies_that_the_badges_open(tmp_path):
    checkout.make(tmp_path)
    python = Path(sys.executable).parent
    environment = checkout.ENVIRONMENT | {"PATH": f"{python}{os.pathsep}{os.environ['PATH']}"}
    answer = checkout.run(tmp_path, "./postBuild", env=environment)
    assert answer.returncode == 0, answer.stderr
    for path in lessons():
        opened = badge("Binder", path.name, "https://github.com/owner/name").rpartition("lab/tree/")
        assert (tmp_path / opened[2].removesuffix(")")).is_file()
    assert checkout.git(tmp_path, "ls-files", "--stage", "postBuild").startswith("100755")
    assert checkout.git(tmp_path, "status", "--porcelain") == ""
