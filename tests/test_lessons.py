"""What every lesson must have, read from its stored notebook."""

import base64
import io
import re
import statistics

import pytest
from PIL import Image

from tools.lesson import (
    DEEPER,
    DETAILS,
    EXERCISE,
    QUESTION,
    code_cells,
    exercises,
    minutes,
    number_of,
    questions,
    texts,
)
from tools.notebooks import (
    MEASURES,
    WORDS,
    figures_with_words,
    has_tag,
    is_folded,
    lessons,
    read,
)

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
def test_every_figure_is_followed_by_its_words_which_are_its_alternative_text_too(path):
    notebook = read(path)
    described = list(figures_with_words(notebook))
    for figure, words in described:
        assert len(words.split()) >= 10, "This figure in words, in a cell of its own after it"
        assert figure.metadata["image/png"]["alt"] == words, "make notebooks"
    # No words without a figure, and no figure in a cell with another one: it would have none.
    folds = [cell for cell in notebook.cells if WORDS.fullmatch(cell.source)]
    assert len(folds) == len(described) > 0


@each_lesson
def test_every_figure_is_stored_at_double_resolution_with_at_most_256_colours(path):
    for cell in code(path):
        for figure in figures_of(cell):
            picture = Image.open(io.BytesIO(base64.b64decode(figure.data["image/png"])))
            assert picture.mode == "P", "make notebooks"
            shown = figure.metadata["image/png"]["width"]
            assert 700 <= shown <= 900 and abs(picture.width - 2 * shown) <= 1
            picture = picture.convert("RGBA")
            corners = [(0, 0), (picture.width - 1, 0), (0, picture.height - 1)]
            assert all(picture.getpixel(corner) == (255, 255, 255, 255) for corner in corners)


def draws(cell):
    drawing = re.search(r"\bplt\.|\bax(es)?\.|\bplots\.", cell.source)
    return drawing is not None and "import matplotlib" not in cell.source


@each_lesson
def test_what_draws_is_folded_in_jupyterlab_and_in_colab(path):
    """Other cells that need not be read may be folded too; their first line says so."""
    for cell in code(path):
        folded = is_folded(cell)
        assert folded or not draws(cell), cell.source
        assert not folded or draws(cell) or cell.source.startswith("# "), cell.source
        assert cell.metadata.get("cellView") == ("form" if folded else None)


@each_lesson
def test_there_is_something_to_move_and_a_still_picture_of_it(path):
    widgets = [cell for cell in code(path) if "interact(" in cell.source]
    assert widgets
    for widget in widgets:
        assert has_tag(widget, MEASURES)
        assert figures_of(widget), "make notebooks"


@each_lesson
def test_the_core_takes_90_minutes_at_most_and_the_first_cell_says_both_times(path):
    notebook = read(path)
    core, deeper = minutes(notebook), minutes(notebook, deeper=True)
    assert (
        f"- **Time**: {core} minutes for the core, {deeper} more for what is marked *Go deeper*."
        in notebook.cells[0].source
    )
    # Lesson 7 is still two lessons.
    assert core <= 90 or number_of(path) == 7


@each_lesson
def test_each_heading_has_minutes(path):
    for cell in read(path).cells:
        heading = cell.cell_type == "markdown" and re.match(r"#{1,3} ", cell.source)
        assert bool(heading) == ("minutes" in cell.metadata), cell.source


@each_lesson
def test_what_is_deeper_has_a_heading_that_says_so_and_ends_its_section(path):
    deeper = False
    for cell in read(path).cells:
        text = cell.source if cell.cell_type == "markdown" else ""
        before, deeper = deeper, has_tag(cell, DEEPER)
        assert text.startswith("### Go deeper: ") <= deeper, text
        if deeper and not before:
            assert text.startswith("### Go deeper: "), cell.source
        if before and not deeper:
            assert text.startswith("## "), cell.source


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
    shown = [cell for cell in code(path) if cell.source and not is_folded(cell)]
    lines = [len(cell.source.splitlines()) for cell in shown]
    large = [cell.source for cell in shown if len(cell.source.splitlines()) > 12]
    assert statistics.median(lines) <= 4, "half of the cells have more than 4 lines of code"
    assert len(large) <= 0.1 * len(lines), "\n\n".join(["more than 12 lines:", *large])
    for text in prose(path):
        assert len(re.findall(r"\w+", text)) <= 200, f"more than 200 words:\n{text}"
