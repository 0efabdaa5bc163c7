"""The data files are what their datasheet ``data/README.md`` says, and ``data_path`` finds them.

The expected numbers stand in the datasheet alone. The tests take them out of its tables and
measure them again.
"""

import calendar
import datetime
import hashlib
import importlib.util
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

from helpers import datasets
from helpers.datasets import data_path

DATA = Path(__file__).resolve().parent.parent / "data"
DATASHEET = (DATA / "README.md").read_text(encoding="utf-8")
FILES = list(datasets.FILES)
SECTIONS = [
    "Motivation",
    "Composition",
    "Collection",
    "Preprocessing",
    "Uses",
    "Not for",
    "Licence",
    "Maintenance",
]


# Reading the datasheet


def part(text, heading):
    """The text under a heading, up to the next heading of the same or a higher level."""
    level = heading.split(" ")[0]
    found = re.search(
        rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.M | re.S
    )
    assert found, f"data/README.md has no heading {heading!r}"
    return found[1]


def table(text):
    """The rows of the first table in a text, as dicts; back-ticks around a cell are dropped."""
    found = re.search(r"(?:^\|.*\n)+", text, re.M)
    assert found, f"no table in: {text[:80]!r}"
    lines = found[0].splitlines()
    rows = [
        [re.sub(r"^`([^`]*)`$", r"\1", cell.strip()) for cell in line.strip("|").split("|")]
        for line in lines
    ]
    assert len({len(row) for row in rows}) == 1, "a row of the table has too many or too few cells"
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


def sheet(name):
    return part(DATASHEET, f"## `{name}`")


def facts(name):
    rows = table(part(sheet(name), "#### Facts checked by the tests"))
    assert len({row["fact"] for row in rows}) == len(rows), "a fact is stated twice"
    return {row["fact"]: row["value"] for row in rows}


def frame(name):
    return pd.read_csv(DATA / name)


# Measuring the facts


def city(df):
    """The rows with RAD 24 and TAX 666: the tracts of the city of Boston."""
    return df[(df["RAD"] == 24) & (df["TAX"] == 666)]


def combinations(df, columns):
    return len(df[columns].drop_duplicates())


def row_and_price(df, row):
    return f"{row + 1}, {df['price'][row]}"


def days(df):
    return [
        datetime.date(1973, month, day) for month, day in zip(df["Month"], df["Day"], strict=True)
    ]


def gaps(df):
    """Days left out; a day that comes twice or in the wrong order makes the number wrong too."""
    seen = days(df)
    return sum(
        abs((after - before).days - 1) for before, after in zip(seen, seen[1:], strict=False)
    )


EVERY_FILE = {
    "rows": len,
    "columns": lambda df: df.shape[1],
    "empty cells": lambda df: df.isna().sum().sum(),
    "repeated rows": lambda df: df.duplicated().sum(),
}
MEASURE = {
    "boston.csv": EVERY_FILE
    | {
        "rows with `price` exactly 50.0": lambda df: (df["price"] == 50).sum(),
        "rows with `price` above 50.0": lambda df: (df["price"] > 50).sum(),
        "mean of `price`": lambda df: f"{df['price'].mean():.3f}",
        "correlation of `RM` and `price`": lambda df: f"{df['RM'].corr(df['price']):.3f}",
        "the same without the rows at 50.0": lambda df: (
            f"{df[df['price'] != 50].corr().loc['RM', 'price']:.3f}"
        ),
        "correlation of `LSTAT` and `price`": lambda df: f"{df['LSTAT'].corr(df['price']):.3f}",
        "column with the strongest correlation with `price`": lambda df: (
            df.corr()["price"].drop("price").abs().idxmax()
        ),
        "rows with `CHAS` 1": lambda df: (df["CHAS"] == 1).sum(),
        "rows with `ZN` 0": lambda df: (df["ZN"] == 0).sum(),
        "rows with `AGE` 100": lambda df: (df["AGE"] == 100).sum(),
        "distinct combinations of `ZN`, `INDUS`, `RAD`, `TAX` and `PTRATIO`": lambda df: (
            combinations(df, ["ZN", "INDUS", "RAD", "TAX", "PTRATIO"])
        ),
        "rows with `RAD` 24 and `TAX` 666": lambda df: len(city(df)),
        "first and last of these rows": lambda df: (
            f"{city(df).index[0] + 1}, {city(df).index[-1] + 1}"
        ),
        "distinct combinations of `ZN`, `INDUS` and `PTRATIO` in these rows": lambda df: (
            combinations(city(df), ["ZN", "INDUS", "PTRATIO"])
        ),
        "median `price` in these rows": lambda df: city(df)["price"].median(),
        "median `price` in the other rows": lambda df: df.drop(city(df).index)["price"].median(),
        "distinct values of `CRIM` in these rows": lambda df: city(df)["CRIM"].nunique(),
        "how many of these rows are among the last 102, a fifth of the file": lambda df: len(
            city(df.tail(102))
        ),
        "values of `RAD`": lambda df: ", ".join(str(value) for value in sorted(df["RAD"].unique())),
        "row with the highest `RM`, and its `price`": lambda df: row_and_price(
            df, df["RM"].idxmax()
        ),
        "row with the lowest `RM`, and its `price`": lambda df: row_and_price(
            df, df["RM"].idxmin()
        ),
    },
    "airquality.csv": EVERY_FILE
    | {
        "rows without an empty cell": lambda df: len(df.dropna()),
        "rows with `Ozone` and `Solar.R` both empty": lambda df: (
            df["Ozone"].isna() & df["Solar.R"].isna()
        ).sum(),
        "empty cells of `Ozone` in May, June, July, August, September": lambda df: ", ".join(
            str(df["Ozone"][df["Month"] == month].isna().sum()) for month in range(5, 10)
        ),
        "first and last day": lambda df: ", ".join(
            f"{calendar.month_name[day.month]} {day.day}" for day in (days(df)[0], days(df)[-1])
        ),
        "days left out between them": gaps,
        "correlation of `Temp` and `Ozone`": lambda df: f"{df['Temp'].corr(df['Ozone']):.3f}",
        "correlation of `Wind` and `Ozone`": lambda df: f"{df['Wind'].corr(df['Ozone']):.3f}",
        "correlation of `Temp` with `Temp` of the day before": lambda df: (
            f"{df['Temp'].corr(df['Temp'].shift()):.3f}"
        ),
    },
}


# The files against the datasheet


def test_every_file_is_measured():
    missing = sorted(set(FILES) - set(MEASURE))
    assert not missing, f"Say in MEASURE how the facts of these files are measured: {missing}"


@pytest.mark.parametrize(
    ("name", "fact"), [(name, fact) for name in FILES for fact in MEASURE.get(name, {})]
)
def test_a_fact_of_the_datasheet_is_true_of_its_file(name, fact):
    stated = facts(name)
    assert fact in stated, f"the datasheet of {name} no longer states: {fact}"
    assert stated[fact] == str(MEASURE[name][fact](frame(name)))


@pytest.mark.parametrize("name", FILES)
def test_no_fact_of_the_datasheet_goes_unmeasured(name):
    assert set(facts(name)) - {"SHA-256"} == set(MEASURE[name])


@pytest.mark.parametrize("name", FILES)
def test_each_file_has_the_bytes_of_its_datasheet(name):
    found = hashlib.sha256((DATA / name).read_bytes()).hexdigest()
    assert facts(name)["SHA-256"] == found, (
        f"data/{name} is not the file that data/README.md describes. "
        "If nobody changed it, look at the line endings: git may have converted them."
    )


def test_the_overview_names_each_file_with_its_rows_and_leaves_none_out():
    overview = {re.search(r"`(.+?)`", row["file"])[1]: row["rows"] for row in table(DATASHEET)}
    present = [
        path.name
        for path in DATA.iterdir()
        if path.suffix != ".md" and not path.name.startswith(".")
    ]
    assert overview == {name: str(len(frame(name))) for name in present}
    assert set(overview) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_each_datasheet_has_all_its_sections(name):
    empty = [title for title in SECTIONS if len(part(sheet(name), f"### {title}").split()) < 10]
    assert not empty, f"the datasheet of {name} says too little under {empty}"


# The columns


@pytest.mark.parametrize("name", FILES)
def test_each_column_is_described_with_its_unit(name):
    described = table(part(sheet(name), "#### Columns"))
    assert [row["column"] for row in described] == list(frame(name).columns)
    assert [row["column"] for row in described if not row["meaning"] or not row["unit"]] == []


@pytest.mark.parametrize("name", FILES)
def test_the_measured_numbers_of_each_column_are_true(name):
    stated = (
        pd.DataFrame(table(part(sheet(name), "#### Measured"))).set_index("column").astype(float)
    )
    df = frame(name)
    found = pd.DataFrame(
        {
            "lowest": df.min(),
            "median": df.median(),
            "highest": df.max(),
            "distinct values": df.nunique(),
            "empty cells": df.isna().sum(),
        }
    ).astype(float)
    pd.testing.assert_frame_equal(
        stated, found, check_names=False, check_index_type=False, rtol=1e-12, atol=0
    )


def test_column_b_is_not_in_the_boston_data():
    assert not {"b", "bk", "black"} & {column.lower() for column in frame("boston.csv").columns}


def test_the_datasheet_says_why_there_is_no_column_b():
    why = part(sheet("boston.csv"), "#### Why there is no column `B`")
    assert "1000(Bk - 0.63)^2" in why
    assert "`LSTAT` is itself a measure of class" in why


def test_the_numbers_about_column_b_follow_from_its_formula():
    why = part(sheet("boston.csv"), "#### Why there is no column `B`")
    value, low, high = map(
        int,
        re.search(r"A `B` of (\d+) comes from a share of (\d+) percent or of (\d+)", why).groups(),
    )
    assert (low, high) == (
        round(63 - 100 * (value / 1000) ** 0.5),
        round(63 + 100 * (value / 1000) ** 0.5),
    )
    assert float(re.search(r"up to ([\d.]+) has two origins", why)[1]) == pytest.approx(
        1000 * (1 - 0.63) ** 2
    )


def test_the_prices_are_the_uncorrected_ones():
    listed = table(part(sheet("boston.csv"), "#### Known faults"))
    price = frame("boston.csv")["price"]
    assert [row["`price` in this file"] for row in listed] == [
        str(price[int(row["row"]) - 1]) for row in listed
    ]
    assert all(row["`price` in this file"] != row["`price` as corrected"] for row in listed)
    assert len({row["row"] for row in listed}) == 8  # as many as Gilley and Pace corrected


# data_path


def loaded_from(folder):
    """The module ``helpers.datasets`` as if it were installed in a folder."""
    target = folder / "helpers" / "datasets.py"
    target.parent.mkdir(parents=True)
    shutil.copy(datasets.__file__, target)
    spec = importlib.util.spec_from_file_location("datasets_elsewhere", target)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def data_folder(parent, text):
    (parent / "data").mkdir(parents=True)
    (parent / "data" / "some.csv").write_text(text)


@pytest.mark.parametrize("name", FILES)
def test_data_path_gives_the_path_of_an_existing_file(name):
    path = data_path(name)
    assert isinstance(path, Path)
    assert path.read_bytes() == (DATA / name).read_bytes()


def test_data_path_of_a_missing_file_says_what_was_asked_which_files_there_are_and_what_to_do():
    with pytest.raises(FileNotFoundError) as error:
        data_path("bostn.csv")
    message = str(error.value)
    assert "'bostn.csv'" in message
    assert all(name in message for name in FILES)
    assert "Give one of these names" in message
    assert "README" not in message


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../README.md",
        "../data/boston.csv",
        "./boston.csv",
        str(DATA / "boston.csv"),
        "Boston.csv",
        None,
    ],
)
def test_data_path_refuses_what_is_not_the_plain_name_of_a_file(name):
    with pytest.raises(FileNotFoundError, match=r"There is no data file .* without a folder"):
        data_path(name)


def test_data_path_finds_the_data_beside_the_package_in_a_checkout(tmp_path):
    data_folder(tmp_path, "checkout")
    assert loaded_from(tmp_path).data_path("some.csv").read_text() == "checkout"


def test_data_path_finds_the_data_inside_an_installed_package_before_a_strange_folder_beside_it(
    tmp_path,
):
    module = loaded_from(tmp_path)
    data_folder(tmp_path / "helpers", "installed")
    data_folder(tmp_path, "of another package")
    assert module.data_path("some.csv").read_text() == "installed"


def test_without_a_data_folder_the_import_works_and_data_path_says_where_it_looked(tmp_path):
    module = loaded_from(tmp_path)
    with pytest.raises(FileNotFoundError) as error:
        module.data_path("boston.csv")
    assert str(tmp_path / "helpers" / "data") in str(error.value)
    assert str(tmp_path / "data") in str(error.value)
    assert "again" in str(error.value)


def test_data_path_of_an_empty_folder_says_that_there_is_no_file(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / ".hidden").touch()
    with pytest.raises(FileNotFoundError, match="there are: none"):
        loaded_from(tmp_path).data_path("bostn.csv")


# A data file that is not what it was: each fault in a copy


def copied_file(module, name="boston.csv", package=""):
    """The path of a copy of a data file, where a module loaded from a folder finds it."""
    path = Path(module.__file__).parents[1] / package / "data" / name
    path.parent.mkdir()
    shutil.copy(DATA / name, path)
    return path


def message_of(error, module, name="boston.csv"):
    with pytest.raises(error) as raised:
        module.data_path(name)
    assert type(raised.value) is error
    return str(raised.value)


def edit_line(path, number, edit):
    """Change a line; number 0 is that of the column names, 1 the first row."""
    lines = path.read_text().split("\n")
    lines[number] = edit(lines[number])
    path.write_text("\n".join(line for line in lines if line is not None))


def put(column, text):
    """An edit that puts a text in place of a cell."""

    def edit(line):
        cells = line.split(",")
        cells[column] = text
        return ",".join(cells)

    return edit


def drop(line):
    return None


def cut(path, keep):
    content = path.read_bytes()
    path.write_bytes(keep(content))


CONTENT_FAULTS = {
    "empty": (lambda path: path.write_text(""), "it is empty."),
    "only empty lines": (lambda path: path.write_text("\n \n"), "it is empty."),
    "cut off inside a row": (
        lambda path: cut(path, lambda content: content[: len(content) // 2]),
        "it ends after row 254 of 506, and that row has 2 cells instead of 13.",
    ),
    "cut off after a row": (
        lambda path: cut(path, lambda content: b"".join(content.splitlines(True)[:212])),
        "it has 211 rows instead of 506.",
    ),
    "cut off after the names": (
        lambda path: cut(path, lambda content: content.splitlines(True)[0]),
        "it has 0 rows instead of 506.",
    ),
    "cut off by one character": (lambda path: cut(path, lambda c: c[:-2]), "its content differs"),
    "a row left out": (
        lambda path: edit_line(path, 7, drop),
        "it has 505 rows instead of 506.",
    ),
    "a row twice": (
        lambda path: edit_line(path, 7, lambda line: f"{line}\n{line}"),
        "it has 507 rows instead of 506.",
    ),
    "no column names": (lambda path: edit_line(path, 0, drop), "it has 505 rows instead of 506."),
    "a cell too few": (
        lambda path: edit_line(path, 506, lambda line: line[: line.rindex(",")]),
        "row 506 has 12 cells instead of 13.",
    ),
    "a decimal comma": (
        lambda path: edit_line(path, 1, put(5, "6,575")),
        "row 1 has 14 cells instead of 13.",
    ),
    "a line with nothing in it": (
        lambda path: edit_line(path, 3, lambda line: f"{line}\n"),
        "row 4 has 1 cell instead of 13.",
    ),
    "semicolons": (
        lambda path: path.write_text(path.read_text().replace(",", ";")),
        "the line of the column names has 1 cell instead of 13.",
    ),
    "another page": (
        lambda path: path.write_text("<html>\n<p>Not found, sorry</p>\n</html>"),
        "the line of the column names has 1 cell instead of 13.",
    ),
    "a text": (
        lambda path: edit_line(path, 17, put(5, "six")),
        "row 17, column RM: 'six' is not a number.",
    ),
    "a long text": (
        lambda path: edit_line(path, 2, put(12, "about twenty-one point six")),
        "row 2, column price: 'about twenty-one poi…' is not a number.",
    ),
    "bytes that are no text": (
        lambda path: cut(path, lambda content: content.replace(b"24.0", b"\xff\xfe", 1)),
        "row 1, column price: '\ufffd\ufffd' is not a number.",
    ),
    "an empty cell": (lambda path: edit_line(path, 9, put(5, "")), "its content differs"),
    "another number": (lambda path: edit_line(path, 9, put(12, "24.1")), "its content differs"),
    "another name": (lambda path: edit_line(path, 0, put(12, "MEDV")), "its content differs"),
    "another order": (
        lambda path: edit_line(path, 0, lambda line: ",".join(line.split(",")[::-1])),
        "its content differs",
    ),
}


@pytest.mark.parametrize("fault", CONTENT_FAULTS)
def test_a_file_that_is_not_the_one_of_the_course_is_refused_and_the_fault_named(fault, tmp_path):
    module = loaded_from(tmp_path)
    path = copied_file(module)
    assert module.data_path("boston.csv") == path
    spoil, expected = CONTENT_FAULTS[fault]
    spoil(path)
    message = message_of(ValueError, module)
    assert f"The data file {path} is not the one of the course: {expected}" in message
    assert "save your version under another name first" in message


def test_a_column_whose_name_stands_in_quotes_is_named_without_them(tmp_path):
    module = loaded_from(tmp_path)
    edit_line(copied_file(module, "airquality.csv"), 5, put(0, "NA"))
    message = message_of(ValueError, module, "airquality.csv")
    assert ": row 5, column Ozone: 'NA' is not a number. Get it again" in message


def test_a_missing_file_of_the_course_is_called_missing_and_not_misspelled(tmp_path):
    module = loaded_from(tmp_path)
    path = copied_file(module)
    path.unlink()
    message = message_of(FileNotFoundError, module)
    assert message.startswith(f"The data file {path} is missing. Get it again: ")
    assert "Give one of these names" not in message


def test_a_folder_in_the_place_of_a_file_is_called_a_folder(tmp_path):
    module = loaded_from(tmp_path)
    path = copied_file(module)
    path.unlink()
    path.mkdir()
    message = message_of(FileNotFoundError, module)
    assert message.startswith(f"The data file {path} is a folder, not a file. Get it again: ")


def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path, monkeypatch):
    module = loaded_from(tmp_path)
    path = copied_file(module)

    def refuse(self):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    message = message_of(PermissionError, module)
    assert message.startswith(f"The data file {path} cannot be read: Permission denied. Is it open")


@pytest.mark.parametrize(
    ("package", "cure"),
    [
        ("", "Get it again: git restore data/boston.csv in the folder {folder}, or fetch"),
        ("helpers", "Get it again: install the package again, with pip install --force-reinstall."),
    ],
    ids=["checkout", "installed"],
)
def test_how_to_get_a_file_back_is_said_for_a_checkout_and_for_an_installed_package(
    package, cure, tmp_path
):
    module = loaded_from(tmp_path)
    path = copied_file(module, package=package)
    path.write_text("")
    assert cure.format(folder=tmp_path) in message_of(ValueError, module)
    path.unlink()
    assert cure.format(folder=tmp_path) in message_of(FileNotFoundError, module)


@pytest.mark.parametrize("name", FILES)
def test_line_ends_converted_for_windows_do_no_harm(name, tmp_path):
    module = loaded_from(tmp_path)
    path = copied_file(module, name)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    pd.testing.assert_frame_equal(pd.read_csv(module.data_path(name)), frame(name))


def test_a_changed_file_under_another_name_is_not_checked(tmp_path):
    module = loaded_from(tmp_path)
    path = copied_file(module)
    path.with_name("mine.csv").write_text("price\nabout twenty\n")
    assert module.data_path("mine.csv") == path.with_name("mine.csv")


def test_what_data_path_expects_is_what_the_datasheet_says():
    expected = {
        name: (facts(name)["SHA-256"], int(facts(name)["rows"]), int(facts(name)["columns"]))
        for name in FILES
    }
    assert expected == datasets.FILES
