"""What every lesson must have, read from its stored notebook."""

import base64
import io
import re
import statistics

import pytest
from PIL import Image

from tools.lesson import (
    DETAILS,
    EXERCISE,
    QUESTION,
    code_cells,
    exercises,
    questions,
    texts,
)
from tools.notebooks import MEASURES, has_tag, lessons, read

each_lesson = pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)


def prose(path):
    return texts(read(path))


def code(path):
    return code_cells(read(path))


def figures_of(cell):
    return [o for o in cell.outputs if "image/png" in o.get("data", {})]


def printed_by(cell):
    return "".join(output.get("text", "") for output in cell.outputs)


@each_lesson
def test_the_title_is_the_one_h1_and_a_question(path):
    headings = [line for text in prose(path) for line in re.findall(r"(?m)^# .+", text)]
    assert len(headings) == 1
    assert prose(path)[0].startswith("# ")
    assert headings[0].endswith("?")


@each_lesson
def test_under_the_title_stand_what_to_build_need_take_away_and_the_time(path):
    for mark in ("**You will build**", "**You need**", "**You take away**", "**Time**"):
        assert mark in prose(path)[0]


@each_lesson
def test_there_are_four_to_eight_numbered_sections(path):
    numbers = [int(n) for text in prose(path) for n in re.findall(r"(?m)^## (\d)\. .+", text)]
    assert 4 <= len(numbers) <= 8
    assert numbers == list(range(1, len(numbers) + 1))


@each_lesson
def test_there_are_predict_prompts_exercises_and_review_questions(path):
    whole = "\n".join(prose(path))
    assert whole.count("**Predict first.**") >= 3
    assert len(EXERCISE.findall(whole)) >= 4
    assert len(exercises(path)) >= 3
    assert whole.count("## What we learned") == whole.count("## Review questions") == 1
    assert len(QUESTION.findall(whole)) >= 4


@each_lesson
def test_every_option_of_a_review_question_is_explained(path):
    for question in questions(read(path)):
        assert len(question.options) >= 2
        # A wrong option is a misconception with a name; exactly one option is right.
        assert len(question.right) == 1
        assert sorted([*question.right, *question.wrong]) == question.options


@each_lesson
def test_details_are_closed_and_separated_for_markdown(path):
    for text in prose(path):
        assert text.count("<details>") == text.count("</details>") == len(DETAILS.findall(text))
        for _, inside in DETAILS.findall(text):
            assert inside.startswith("\n"), "Markdown inside details needs an empty line before it"


@each_lesson
def test_every_figure_is_described_on_the_page_and_in_its_metadata(path):
    for cell in code(path):
        descriptions = re.findall(r"Figure: (.+?)(?=\nFigure: |\Z)", printed_by(cell), re.DOTALL)
        figures = figures_of(cell)
        assert len(figures) == len(descriptions), cell.source
        for figure, description in zip(figures, descriptions, strict=True):
            assert figure.metadata["image/png"]["alt"] == " ".join(description.split())
            assert len(description.split()) >= 10


@each_lesson
def test_every_figure_has_an_opaque_white_background_and_readable_size(path):
    for cell in code(path):
        for figure in figures_of(cell):
            picture = Image.open(io.BytesIO(base64.b64decode(figure.data["image/png"])))
            picture = picture.convert("RGBA")
            corners = [(0, 0), (picture.width - 1, 0), (0, picture.height - 1)]
            assert all(picture.getpixel(corner) == (255, 255, 255, 255) for corner in corners)
            assert 700 <= picture.width <= 900


@each_lesson
def test_there_is_something_to_move_and_a_saved_picture_of_it(path):
    widgets = [cell for cell in code(path) if cell.source.startswith("interact(")]
    assert widgets
    for widget in widgets:
        assert has_tag(widget, MEASURES)
        moved = re.match(r"interact\((\w+),", widget.source)[1]
        still = [cell for cell in code(path) if cell.source.startswith(f"{moved}(")]
        assert any(figures_of(cell) for cell in still), moved


@each_lesson
@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a colour set by hand", r"(?<![a-z_])(color|colors|facecolor|edgecolor|c)="),
        ("a colour made pale", r"\balpha="),
        ("a path trick", r"sys\.path"),
        ("a muted warning", r"filterwarnings|simplefilter|set_option\("),
        ("global randomness", r"np\.random\.(?!default_rng|Generator)\w+|\brandom\.seed"),
        ("randomness without a seed", r"default_rng\(\)"),
    ],
    ids=lambda value: value.replace(" ", "_") if " " in value else "",
)
def test_code_is_free_of(path, what, pattern):
    for cell in code(path):
        assert not re.search(pattern, cell.source), f"{what}:\n{cell.source}"


@each_lesson
def test_no_numpy_repr_reaches_the_page(path):
    for cell in code(path):
        shown = printed_by(cell) + "".join(
            "".join(o.get("data", {}).get("text/plain", "")) for o in cell.outputs
        )
        assert not re.search(r"np\.(float|int|str|bool)", shown), cell.source


@each_lesson
def test_prose_has_no_exclamation_marks(path):
    for text in prose(path):
        assert not re.search(r"!(?![\[=])", text), text


@each_lesson
def test_cells_are_small(path):
    lines = [len(cell.source.splitlines()) for cell in code(path) if cell.source]
    large = [cell.source for cell in code(path) if len(cell.source.splitlines()) > 12]
    assert statistics.median(lines) <= 4, "half of the cells have more than 4 lines of code"
    assert len(large) <= 0.1 * len(lines), "\n\n".join(["more than 12 lines:", *large])
    for text in prose(path):
        assert len(re.findall(r"\w+", text)) <= 200, f"more than 200 words:\n{text}"
