"""The slides of every lesson in a real Chromium: all fit, the last row can read them, none is missing.

The pictures of all slides are in ``build/slides/pictures``.
"""

import base64
import io

import pytest
from nbformat import v4
from PIL import Image

from tests.environments.pages import opened, served
from tests.environments.slides import (
    FEWEST,
    INSPECT,
    MOST,
    SCREEN,
    fault_of_number,
    faults_of_contents,
    start,
    visit,
)
from tools.lesson import core, texts
from tools.notebooks import lessons, read, write
from tools.slides.build import SLIDES, build


@pytest.fixture(scope="module")
def decks():
    """The address of the folder with the slides of all lessons, made anew."""
    build()
    with served(SLIDES) as address:
        yield address


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_the_slides_of_a_lesson_are_complete_and_can_be_read(browser, decks, path):
    pictures = SLIDES / "pictures" / path.stem[:2]
    pictures.mkdir(parents=True)
    findings, slides = visit(browser, f"{decks}{path.stem}.html", pictures)
    findings += [*fault_of_number(slides), *faults_of_contents(core(read(path)), slides)]
    assert not findings, "\n".join(findings)


def test_the_slides_work_without_a_server(browser, decks):
    path = SLIDES / f"{lessons()[0].stem}.html"
    findings, _ = visit(browser, path.as_uri())
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("label", ["To discuss", "Change the lesson"])
def test_what_the_slides_look_for_stands_in_a_lesson(label):
    assert any(f"**{label}.** " in text for path in lessons() for text in texts(read(path)))


def png(width=800, height=450):
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#0072B2").save(file, "png")
    return base64.b64encode(file.getvalue()).decode()


def prints(source, text):
    return v4.new_code_cell(source, execution_count=1, outputs=[v4.new_output("stream", text=text)])


def prompts(count):
    """Prompts with their answers: two slides each."""
    for number in range(count):
        yield v4.new_markdown_cell(
            f"It was so.\n\n**Predict first.** What comes as number {number}?"
        )
        yield prints(f"print({number})", f"{number}\n")


def small_lesson():
    figure = v4.new_output(
        "display_data",
        {"image/png": png()},
        metadata={"image/png": {"alt": "A blue field."}},
    )
    return v4.new_notebook(
        cells=[
            v4.new_markdown_cell(
                "# Why so small?\n\nIt is a test.\n\n- **You will build** it.\n- **You need** time."
            ),
            v4.new_markdown_cell("## 1. What is it?\n\nIt has no data. Energy is\n\n$$E = m c^2$$"),
            *prompts(11),
            v4.new_markdown_cell("That was number ten of all."),
            v4.new_code_cell("draw()\nshow()", execution_count=1, outputs=[figure]),
            v4.new_markdown_cell("The field of $x$ is blue. Nothing else is to be seen."),
            v4.new_markdown_cell("### Exercise 9.1: add\nWrite `my_add`."),
            v4.new_code_cell("def my_add(a, b):\n    ..."),
            prints("add = check.add(my_add)", "Exercise 9.1: not attempted yet."),
            v4.new_markdown_cell(
                "<details><summary>Hint 1</summary>\n\nUse the plus sign.\n\n</details>\n"
                "<details><summary>Solution</summary>\n\n```python\n"
                "def my_add(a, b):\n    return a + b\n```\n\n</details>"
            ),
            v4.new_markdown_cell("Here is ours."),
            v4.new_code_cell("def add(a, b):\n    return a + b", execution_count=2),
            v4.new_markdown_cell("This one is longer."),
            v4.new_code_cell("def subtract(a, b):\n    return a - b", execution_count=3),
            v4.new_markdown_cell(
                "**Question 1.** What is it?\n\n- a) This.\n- b) That.\n\n"
                "<details><summary>Answer</summary>\n\n- a) *No.*\n- b) Right.\n\n</details>"
            ),
        ]
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory, browser):
    """The folder of a small deck, its address, and what its slides hold."""
    folder = tmp_path_factory.mktemp("slides")
    write(small_lesson(), folder / "small.ipynb")
    build(folder / "deck", [folder / "small.ipynb"])
    with served(folder / "deck") as address:
        findings, slides = visit(browser, f"{address}small.html")
        assert not findings, "\n".join(findings)
        yield folder / "deck", address, slides


def test_a_small_deck_without_a_fault_passes(small):
    _, _, slides = small
    assert [*fault_of_number(slides), *faults_of_contents(small_lesson(), slides)] == []


PROMPT = "<p>What comes as number 0?</p>"
IMAGE = 'src="data:image/png;base64,'
# What stands in the small deck, what is put in its place, and what has to be said about it.
FAULTS = {
    "console": (
        "</main>",
        "</main><script>console.error('oh')</script>",
        "an error in the console: oh",
    ),
    "exception": (
        "</main>",
        "</main><script>throw new Error('oh')</script>",
        "an error on the page: ",
    ),
    "request": (
        "</main>",
        '</main><img src="http://example.org/x.png">',
        "a request leaves the machine: http://example.org/x.png",
    ),
    "file": ("vendor/slides.css", "vendor/none.css", "a request is answered with 404: "),
    "no_start": ("vendor/reveal.js", "vendor/none.js", "an error on the page: "),
    "no_formulas": ("vendor/tex-svg-full.js", "vendor/none.js", "has a formula that is not set: "),
    "formula": ("E = m c^2", r"\left( E", "has a wrong formula: "),
    "too_wide": (PROMPT, f"<pre>{'x' * 200}</pre>", "is wider than its box: xxx"),
    "too_high": (PROMPT, "<p>oh</p>" * 40, "sticks out of the slide: oh"),
    "overlap": (
        PROMPT,
        '<p style="margin-top: -60px">oh</p>',
        "lies on another part: Predict first / oh",
    ),
    "on_number": (
        PROMPT,
        '<p style="position: absolute; right: 20px; bottom: 10px">oh</p>',
        "lies on another part: oh / ",
    ),
    "small_prose": (PROMPT, '<p style="font-size: 23px">oh</p>', "is in type of 23, not 24: oh"),
    "small_code": (PROMPT, '<pre style="font-size: 17px">oh</pre>', "is in type of 17, not 18: oh"),
    "small_figure": (
        IMAGE,
        f'style="flex: none; height: 300px" {IMAGE}',
        "has a figure of only 533 by 300",
    ),
    "no_description": ('alt="A blue field."', 'alt=""', "has a figure without a description"),
    "no_picture": (IMAGE, f"{IMAGE}oh", "has a figure that shows no picture"),
    "empty": (PROMPT, '</div></section><section><div class="slide">', "is empty"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_slide_is_reported(browser, small, fault):
    folder, address, _ = small
    right, wrong, message = FAULTS[fault]
    page = (folder / "small.html").read_text(encoding="utf-8")
    assert right in page
    (folder / f"{fault}.html").write_text(page.replace(right, wrong, 1), encoding="utf-8")
    findings, _ = visit(browser, f"{address}{fault}.html")
    assert message in "\n".join(findings), "\n".join(findings) or "no finding"


# A field of the slides that hold a text, what stands there instead, and what has to be said about it.
LEFT_OUT = [
    ("text", "1. What is it", "", "a section is missing: 1. What is it?"),
    (
        "text",
        "What comes as number 7?",
        "",
        "a prompt is not a slide of its own: What comes as number 7?",
    ),
    (
        "text",
        "What comes as number 7?",
        "What comes as number 7? Seven.",
        "a prompt is not a slide of its own",
    ),
    ("text", "Write my_add", "", "an exercise is missing: exercise 9 1 add"),
    ("text", "b) That", "b)", "a question is missing: question 1 what is it"),
    ("text", "a) No.", "a)", "the answer is missing: - a) *No.*"),
    ("notes", "Nothing else", "", "neither shown nor in the notes: The field of $x$ is blue."),
    ("notes", "It was so.", "Use the plus sign.", "Hint 1 is given away: Use the plus sign."),
    ("text", "Energy is", "Use the plus sign.", "Hint 1 is given away: Use the plus sign."),
    (
        "code",
        "def subtract",
        "def add(a, b):\n    return a + b",
        "a solution is given away: def my_add",
    ),
    ("figures", "A blue field.", "", "a figure is missing: A blue field."),
]


@pytest.mark.parametrize(("field", "right", "wrong", "message"), LEFT_OUT)
def test_what_is_left_out_or_given_away_is_reported(small, field, right, wrong, message):
    _, _, slides = small

    def changed(value):
        if isinstance(value, list):
            return [wrong if right in text else text for text in value]
        return value.replace(right, wrong)

    faulty = [slide | {field: changed(slide[field])} for slide in slides]
    assert faulty != slides
    assert message in "\n".join(faults_of_contents(small_lesson(), faulty))


@pytest.mark.parametrize("count", [FEWEST - 1, MOST + 1])
def test_too_few_and_too_many_slides_are_reported(count):
    assert [*fault_of_number([None] * count)] == [f"{count} slides instead of 30 to 120"]


def test_the_keys_go_through_all_slides(browser, small):
    _, address, slides = small
    with opened(browser, f"{address}small.html", SCREEN) as (page, findings):
        start(page)
        for number, _ in enumerate(slides):
            assert page.evaluate("Reveal.getSlidePastCount()") == number
            page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("Reveal.getSlidePastCount()") == len(slides) - 2
        page.keyboard.press("Home")
        assert page.evaluate("Reveal.isFirstSlide()")
    assert not findings


def test_the_speaker_sees_the_notes_with_their_formulas(browser, small):
    _, address, slides = small
    (number,) = [i for i, slide in enumerate(slides) if "Nothing else" in slide["notes"]]
    with opened(browser, f"{address}small.html", SCREEN) as (page, findings):
        start(page)
        page.evaluate(INSPECT, number)
        with page.expect_popup() as popup:
            page.keyboard.press("s")
        notes = popup.value.locator(".speaker-controls-notes .value")
        notes.get_by_text("Nothing else is to be seen.").wait_for()
        assert "Figure: A blue field." in notes.inner_text()
        assert notes.locator("mjx-container svg path").count() > 0
    assert not findings, "\n".join(findings)
