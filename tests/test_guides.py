"""The instructor's guides fit their lessons: what a lesson changes, its guide must follow."""

import re
import subprocess
import sys
from collections import Counter

import pytest

from tools import tables
from tools.guides import FENCE, FOLDER, HEADINGS, guide_of, prompts, typed_live
from tools.guides import parts as guide_parts
from tools.lesson import (
    exercises,
    minutes,
    number_of,
    parts,
    questions,
    sections,
    title_of,
)
from tools.notebooks import ROOT, has_tag, lessons, read, text_of

each_lesson = pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)


@each_lesson
def test_a_guide_has_the_title_of_its_lesson_and_all_parts_in_order(path):
    title = title_of(read(path))
    first = guide_of(path).read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# Lesson {int(path.stem[:2])}: {title}"
    assert list(guide_parts(path)) == HEADINGS
    assert all(len(text.split()) >= 20 for text in guide_parts(path).values())


@each_lesson
def test_each_part_of_a_lesson_says_how_it_is_taught(path):
    """The rows themselves are made."""
    for length, part, how in tables.cells_of(guide_parts(path)["Minutes"]):
        assert int(length) and part and how


@each_lesson
def test_the_preparation_takes_half_an_hour_at_most(path):
    steps = re.findall(r"(?m)^\d+\. \((\d+) min\)", guide_parts(path)["Prepare in half an hour"])
    assert steps and sum(map(int, steps)) <= 30


@each_lesson
def test_the_cells_typed_live_are_those_that_are_tagged(path):
    tagged = [
        (cell.source.splitlines()[0], section)
        for section, _, cell in sections(read(path))
        if has_tag(cell, "live")
    ]
    assert tagged == typed_live(path)
    assert 5 <= len(tagged) <= 12


@each_lesson
def test_every_prompt_has_its_place_what_to_say_and_what_to_expect(path):
    asked = [
        section
        for section, _, cell in sections(read(path))
        if cell.cell_type == "markdown"
        for _ in range(cell.source.count("**Predict first.**"))
    ]
    answered = prompts(path)
    assert [section for _, section, _ in answered] == asked
    assert [number for number, _, _ in answered] == list(range(1, len(asked) + 1))
    for _, _, text in answered:
        assert re.findall(r"(?m)^\*\*(\w+):\*\* ", text) == ["Before", "Expect", "Then"], text


@each_lesson
def test_every_wrong_option_is_a_misconception_of_the_guide(path):
    entries = re.split(r"(?m)^### ", guide_parts(path)["Misconceptions"])[1:]
    assert len(entries) >= 3
    for entry in entries:
        marks = re.findall(r"(?m)^\*\*(.+?):\*\*", entry)
        assert marks == ["Question", "Tempting because", "What helps", "Where"], entry
    for question in questions(read(path)):
        for name in question.wrong.values():
            assert any(name in entry for entry in entries), name


@each_lesson
def test_every_question_and_every_exercise_is_answered(path):
    answers = guide_parts(path)["Answers"]
    chosen, _, solved = answers.partition("### Exercises")
    given = re.findall(
        r"(?m)^(?:- \**|\d+\. |\*\*|)(?:Question )?(\d+)[.:]?\**[.:,]? ?\**\(?([a-z])\b", chosen
    )
    assert given == [(str(q.number), *q.right) for q in questions(read(path))]
    for exercise in exercises(path):
        assert exercise.number in solved


@each_lesson
def test_every_decimal_number_of_a_guide_stands_in_its_lesson(path):
    """In an output, in code or in a text. What learners may answer is no number of the lesson."""
    lesson = "\n".join([cell.source + "\n" + text_of(cell) for cell in read(path).cells])
    known = set(re.findall(r"\d+\.\d+", lesson.replace(",", "")))
    for name, text in guide_parts(path).items():
        if name != "For the fast":
            # Spreads of another lesson, or what comes when a learner moves a slider.
            text, _, elsewhere = text.partition("<!-- Shown by no cell of the lesson: ")
            elsewhere = set(re.findall(r"\d+\.\d+", elsewhere))
            text = re.sub(r"(?m)^\*\*(Expect|Question|Tempting because):\*\*.*", "", text)
            numbers = re.findall(r"(?<![\d.])\d+\.\d+(?![\d.])", text.replace(",", ""))
            assert set(numbers) - known == elsewhere, name


@each_lesson
def test_the_task_for_the_fast_prints_what_the_guide_says(path):
    blocks = FENCE.findall(guide_parts(path)["For the fast"])
    (code,) = (text for language, text in blocks if language == "python")
    printed = blocks[-1][1]
    command = [sys.executable, "-W", "error", "-c", code]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.stdout == printed, answer.stderr


def test_two_days_hold_the_core_of_the_first_lessons_in_blocks_of_90_minutes_at_most():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    made = text.partition("<!-- made: days -->")[2].partition("<!-- end -->")[0]
    taught, blocks, days = Counter(), Counter(), Counter()
    for day, block, length, what in tables.cells_of(made):
        taught[int(re.match(r"lesson (\d+)", what)[1])] += int(length)
        blocks[day, block] += int(length)
        days[day] += int(length)
    by_number = {number_of(path): path for path in lessons()}
    assert list(taught) == list(range(1, len(taught) + 1))
    assert taught == {number: minutes(read(by_number[number])) for number in taught}
    assert max(blocks.values()) <= 90 and max(days.values()) <= 6 * 60


def test_the_minutes_of_the_sections_are_those_of_the_lesson():
    for lesson in map(read, lessons()):
        last = max(part.section for part in parts(lesson))
        whole = tables.core_minutes(lesson)
        assert whole == minutes(lesson)
        assert whole == tables.core_minutes(lesson, 1, 2) + tables.core_minutes(lesson, 3, last)
