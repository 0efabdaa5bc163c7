"""Show the slides of a lesson in Chromium, and say what is wrong with them."""

import re
from pathlib import Path

from tests.environments.pages import opened
from tools.lesson import DETAILS, FENCE

FEWEST, MOST = 30, 120
SCREEN = {"width": 1280, "height": 720}

INSPECT = Path(__file__).with_name("slides.js").read_text(encoding="utf-8")


def start(page):
    """Wait until the slides are drawn; return how many there are, 0 if they do not start."""
    if page.evaluate("window.Reveal === undefined"):
        return 0
    page.wait_for_function("Reveal.isReady()")
    page.evaluate("document.fonts.ready")
    return page.evaluate("Reveal.getSlides().length")


def visit(browser, address, pictures=None):
    """Show all slides of a deck; return what is wrong with them, and what they hold."""
    with opened(browser, address, SCREEN) as (page, findings):
        slides = []
        for number in range(start(page)):
            slide = page.evaluate(INSPECT, number)
            findings += [f"slide {number + 1} {fault}" for fault in slide["faults"]]
            slides.append(slide)
            if pictures:
                page.screenshot(path=pictures / f"{number + 1:03}.png")
        return findings, slides


def words(text):
    """Return the words of a text or of Markdown: no formulas, addresses, marks, numbers of lists."""
    text = re.sub(r"(?m)^\d+\. ", "", text)
    text = re.sub(r"\$\$.*?\$\$|\$[^$]*\$|(?<=\])\([^)]*\)|<[^>]+>", " ", text, flags=re.DOTALL)
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def paragraphs(markdown):
    markdown = re.sub(r"(?m)^(#+ .+)$", r"\n\1\n", markdown)
    return [text.strip() for text in re.split(r"\n\s*\n", markdown) if text.strip()]


def faults_of_contents(lesson, slides):
    """Say what of a lesson its slides leave out, and what they give away."""
    shown = [words(slide["text"]) for slide in slides]
    spoken = "\n".join(words(slide["notes"]) for slide in slides)
    everything = "\n".join([*shown, spoken])
    code = [
        {line.strip() for text in slide["code"] for line in text.splitlines()} for slide in slides
    ]
    for position, cell in enumerate(lesson.cells):
        if cell.cell_type == "code":
            yield from faults_of_figures(cell, slides)
            continue
        prose, details = DETAILS.sub("", cell.source), DETAILS.findall(cell.source)
        yield from faults_of_prose(prose, shown, everything)
        for name, text in details:
            if name.startswith("Hint") and any(
                words(hint) in everything for hint in paragraphs(text)
            ):
                yield f"{name} is given away: {text.strip()[:60]}"
            if name == "Solution":
                (solution,) = FENCE.findall(text)
                stub = lesson.cells[position - 2].source
                found = {line.strip() for line in solution.splitlines()}
                found -= {line.strip() for line in stub.splitlines()} | {""}
                if any(found <= lines for lines in code):
                    yield f"a solution is given away: {solution[:60]}"
            if name == "Answer" and words(text) not in "\n".join(shown):
                yield f"the answer is missing: {text.strip()[:60]}"


def faults_of_figures(cell, slides):
    told = [alt for slide in slides for alt in slide["figures"]]
    for output in cell.outputs:
        if alt := output.get("metadata", {}).get("image/png", {}).get("alt"):
            if not any(text.endswith(alt) for text in told):
                yield f"a figure is missing: {alt[:60]}"


def faults_of_prose(prose, shown, everything):
    task = exercise = question = None
    for text in paragraphs(prose):
        label, _, rest = text.partition(".** ")
        if heading := re.match(r"### (Exercise .+)", text):
            exercise = words(heading[1])
        elif heading := re.match(r"#+ (.+)", text):
            if not any(slide.startswith(words(heading[1])) for slide in shown):
                yield f"a section is missing: {heading[1]}"
        elif label == "**Predict first":
            if f"predict first {words(rest)}" not in shown:
                yield f"a prompt is not a slide of its own: {rest}"
        elif label.startswith("**Question"):
            question = words(label) + " " + words(rest)
        elif question:
            question = f"{question} {words(text)}"
        elif exercise and not task:
            task = words(text)
            if not any(slide.startswith(f"{exercise} {task}") for slide in shown):
                yield f"an exercise is missing: {exercise}"
        elif not text.startswith(("[![", "![", "```")) and words(text) not in everything:
            yield f"neither shown nor in the notes: {text[:60]}"
    if question and question not in shown:
        yield f"a question is missing: {question[:60]}"


def fault_of_number(slides):
    if not FEWEST <= len(slides) <= MOST:
        yield f"{len(slides)} slides instead of {FEWEST} to {MOST}"
