import subprocess
import sys
import zipfile

from tools.notebooks import ROOT


def test_wheel_carries_the_data_and_every_module(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {f"helpers/data/{path.name}" for path in (ROOT / "data").iterdir()}
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "helpers").rglob("*.py")}
    assert {"helpers/data/README.md", "helpers/data/boston.csv"} <= data
    assert data | modules <= names
    assert not any(name.startswith(("tests/", "tools/", "notebooks/", "data/")) for name in names)


def test_wheel_unpacked_alone_finds_its_data(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from helpers.datasets import data_path; print(data_path('boston.csv'), end='')"
    # Started there, Python takes the unpacked helpers rather than those of the checkout.
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert found.stdout == str(tmp_path / "helpers" / "data" / "boston.csv")


def test_source_distribution_builds_the_same_wheel(wheel, tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "--directory", tmp_path]
    subprocess.run([*command, "--target", "sdist"], cwd=ROOT, check=True, capture_output=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    subprocess.run(["tar", "-xzf", archive, "-C", tmp_path], check=True)
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    subprocess.run([*command, "--target", "wheel"], cwd=source, check=True, capture_output=True)
    (again,) = tmp_path.glob("*.whl")
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()
