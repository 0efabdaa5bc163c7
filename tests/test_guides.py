"""The instructor's guides fit their lessons: what a lesson changes, its guide must follow."""

import re
import subprocess
import sys

import pytest

from tests.exercises import written_exercises
from tests.guides import (
    FENCE,
    FOLDER,
    HEADINGS,
    guide_of,
    minutes,
    parts,
    prompts,
    sections,
    typed_live,
)
from tools.lesson import texts, title_of
from tools.notebooks import ROOT, has_tag, lessons, read, text_of

each_lesson = pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)


# What no cell of the lesson shows: spreads of another lesson and what follows from them, what comes
# out when a learner moves a slider, changes the lesson or runs an old cell again.
SEEN_ELSEWHERE = {
    "02_knn_lookup": {"0.70", "7.14", "1.4", "0.3", "7.4", "6.9"},
    "03_loss_functions": {"9.0", "34.0"},
    "07_computational_graphs": {"33.4"},
}


def prose(path):
    return texts(read(path))


def review_questions(path):
    """Return for each review question its right option and the wrong ones with their names."""
    questions = []
    for text in prose(path):
        if re.match(r"\*\*Question \d+\.\*\*|## Review questions", text):
            _, _, answer = text.partition("<summary>Answer</summary>")
            wrong = dict(re.findall(r"(?m)^- ([a-z])\) \*(.+?)\.?\*", answer))
            (right,) = re.findall(r"(?m)^- ([a-z])\) Right", answer)
            questions.append((right, wrong))
    return questions


@each_lesson
def test_a_guide_has_the_title_of_its_lesson_and_all_parts_in_order(path):
    title = title_of(read(path))
    first = guide_of(path).read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# Lesson {int(path.stem[:2])}: {title}"
    assert list(parts(path)) == HEADINGS
    assert all(len(text.split()) >= 20 for text in parts(path).values())


@each_lesson
def test_the_minutes_have_a_row_for_everything_and_add_up(path):
    rows, (full_sum, _, core_sum) = minutes(path)
    assert sum(full for full, _, _ in rows) == full_sum
    assert sum(core for _, _, core in rows) == core_sum
    assert all(core <= full for full, _, core in rows)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"{path.name}\) \|[^|]*\| (\d+) \+ (\d+) \|", readme)
    assert found, f"README.md has no row with minutes for {path.name}"
    reading, exercises = found.groups()
    assert full_sum == int(reading) + int(exercises)
    assert 0.5 <= core_sum / full_sum <= 0.65

    headings = [h for text in prose(path) for h in re.findall(r"(?m)^## (\d\. .+)$", text)]
    headings += [f"Exercise {e.number}: {e.title}" for e in written_exercises() if e.path == path]
    named = [section for _, section, _ in rows]
    assert sorted(named[1:-1]) == sorted(headings)
    assert named[0].startswith("Opening") and named[-1].startswith("Closing")


@each_lesson
def test_the_preparation_takes_half_an_hour_at_most(path):
    steps = re.findall(r"(?m)^\d+\. \((\d+) min\)", parts(path)["Prepare in half an hour"])
    assert steps and sum(map(int, steps)) <= 30


@each_lesson
def test_the_cells_typed_live_are_those_that_are_tagged(path):
    tagged = [
        (cell.source.splitlines()[0], section)
        for section, cell in sections(path)
        if has_tag(cell, "live")
    ]
    assert tagged == typed_live(path)
    assert 5 <= len(tagged) <= 12


@each_lesson
def test_every_prompt_has_its_place_what_to_say_and_what_to_expect(path):
    asked = [
        section
        for section, cell in sections(path)
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
    entries = re.split(r"(?m)^### ", parts(path)["Misconceptions"])[1:]
    assert len(entries) >= 3
    for entry in entries:
        marks = re.findall(r"(?m)^\*\*(.+?):\*\*", entry)
        assert marks == ["Question", "Tempting because", "What helps", "Where"], entry
    for _, wrong in review_questions(path):
        for name in wrong.values():
            assert any(name in entry for entry in entries), name


@each_lesson
def test_every_question_and_every_exercise_is_answered(path):
    answers = parts(path)["Answers"]
    questions, _, exercises = answers.partition("### Exercises")
    given = re.findall(
        r"(?m)^(?:- \**|\d+\. |\*\*|)(?:Question )?(\d+)[.:]?\**[.:,]? ?\**\(?([a-z])\b", questions
    )
    expected = [(str(n), right) for n, (right, _) in enumerate(review_questions(path), start=1)]
    assert given == expected
    for exercise in written_exercises():
        if exercise.path == path:
            assert exercise.number in exercises


@each_lesson
def test_every_decimal_number_of_a_guide_stands_in_its_lesson(path):
    """In an output, in code or in a text. What learners may answer is no number of the lesson."""
    lesson = "\n".join([cell.source + "\n" + text_of(cell) for cell in read(path).cells])
    known = set(re.findall(r"\d+\.\d+", lesson.replace(",", "")))
    known |= SEEN_ELSEWHERE.get(path.stem, set())
    for name, text in parts(path).items():
        if name != "For the fast":
            text = re.sub(r"(?m)^\*\*(Expect|Question|Tempting because):\*\*.*", "", text)
            numbers = re.findall(r"(?<![\d.])\d+\.\d+(?![\d.])", text.replace(",", ""))
            assert not set(numbers) - known, name


@each_lesson
def test_the_task_for_the_fast_prints_what_the_guide_says(path):
    blocks = FENCE.findall(parts(path)["For the fast"])
    (code,) = (text for language, text in blocks if language == "python")
    printed = blocks[-1][1]
    command = [sys.executable, "-W", "error", "-c", code]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert answer.stdout == printed, answer.stderr


def table(heading):
    """The cells of the first table under a heading of instructor/README.md, without its head."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.search(rf"^#+ {heading}\n.*?((?:^\|[^\n]*\n)+)", text, re.MULTILINE | re.DOTALL)[1]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows.splitlines()[2:]]


def sums(path):
    _, (full, _, core) = minutes(path)
    return full, core


def test_the_overview_names_every_guide_with_its_minutes():
    expected = []
    for number, path in enumerate(lessons(), start=1):
        title = title_of(read(path))
        full, core = sums(path)
        expected.append([str(number), f"[{title}]({path.stem}.md)", str(full), str(core)])
    assert table("To teach from this course") == expected


def test_two_days_hold_the_core_of_every_lesson_in_blocks_of_90_minutes_at_most():
    taught, blocks, days = {}, {}, {}
    for day, block, length, what in table("Two days"):
        lesson = int(re.match(r"lesson (\d)", what)[1])
        taught[lesson] = taught.get(lesson, 0) + int(length)
        blocks[day, block] = blocks.get((day, block), 0) + int(length)
        days[day] = days.get(day, 0) + int(length)
    assert taught == {number: sums(path)[1] for number, path in enumerate(lessons(), start=1)}
    assert max(blocks.values()) <= 90 and max(days.values()) <= 6 * 60
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"That is {days['1']} minutes on the first day and {days['2']} on the second" in text


def test_seven_weeks_hold_every_lesson_as_a_whole():
    weeks = [list(map(int, row)) for row in table("Seven weekly sessions")]
    assert [lesson for _, lesson, _, _ in weeks] == list(range(1, len(lessons()) + 1))
    assert [at_school + home for _, _, at_school, home in weeks] == [sums(p)[0] for p in lessons()]
    assert all(row[2] in sums(path) for row, path in zip(weeks, lessons(), strict=True))
