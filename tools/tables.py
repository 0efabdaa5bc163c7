"""Make the tables that can be made: ``make tables``. A test holds them against their sources.

In a page, what is made stands between ``<!-- made: name -->`` and ``<!-- end -->``. The pages in
``instructor/mistakes`` are made as a whole, from the checks of the exercises.
"""

import difflib
import re
import shutil
from textwrap import dedent, indent

from helpers import check
from tools.address import badge, repository
from tools.guides import FOLDER, guide_of, new_idea
from tools.lesson import minutes, number_of, parts, title_of
from tools.notebooks import ROOT, lessons, read

README = ROOT / "README.md"
FOR_INSTRUCTORS = FOLDER / "README.md"
MISTAKES = FOLDER / "mistakes"
# A class has two hours at most at a time: a lesson that is longer is taught as its core.
SESSION = 120
LINES = 6  # of an example, at most


def lesson_table():
    """The lessons, in the README: question, idea, minutes of the core and of the rest, badges."""
    rows = ["| lesson | question | new idea | minutes | open |", "|---|---|---|---|---|"]
    for path in lessons():
        badges = [badge(site, path.name, repository(), "images") for site in ("Colab", "Binder")]
        question = f"[{title_of(read(path))}](notebooks/{path.name})"
        cells = [number_of(path), question, new_idea(path), "{} + {}".format(*times(path))]
        rows.append("| " + " | ".join(map(str, [*cells, " ".join(badges)])) + " |")
    return rows


def times(path):
    """Return the minutes of the core of a lesson, and of what is deeper."""
    lesson = read(path)
    return minutes(lesson), minutes(lesson, deeper=True)


def guide_table():
    """The guides, with the minutes of the core of each lesson and of what is deeper."""
    rows = ["| lesson | guide | minutes, core | deeper |", "|---|---|---|---|"]
    for path in lessons():
        core, deeper = times(path)
        guide = f"[{title_of(read(path))}]({path.stem}.md)"
        rows.append(f"| {number_of(path)} | {guide} | {core} | {deeper} |")
    return rows


def minutes_table(path, before):
    """The parts of a lesson, in its guide. How each is taught is typed, its minutes are made."""
    how = {title: what for _, title, what in cells_of(before)}
    rows = ["| minutes | part | how |", "|---|---|---|"]
    for part in parts(read(path)):
        rows.append(f"| {part.minutes} | {part.title} | {how.get(part.title, '')} |")
    core, deeper = times(path)
    return [*rows, "", f"The core takes {core} minutes, what is deeper {deeper}."]


def days_table(before):
    """Blocks of a day: which lessons and sections they hold is typed, their minutes are made."""
    by_number = {number_of(path): path for path in lessons()}
    rows, days = ["| day | block | minutes | what |", "|---|---|---|---|"], {}
    for day, block, _, what in cells_of(before):
        lesson, *sections = map(int, re.findall(r"\d+", what))
        length = core_minutes(read(by_number[lesson]), *sections)
        days[day] = days.get(day, 0) + length
        rows.append(f"| {day} | {block} | {length} | {what} |")
    sums = [f"{length} on day {day}" for day, length in days.items()]
    return [*rows, "", f"In minutes: {' and '.join(sums)}."]


def core_minutes(lesson, first=None, last=None):
    """Return the minutes of the core of a lesson, or from one of its sections to another."""
    return sum(
        part.minutes
        for part in parts(lesson)
        if not part.deeper and (first or part.section) <= part.section <= (last or part.section)
    )


def weeks_table():
    """One lesson a week: in class its core, and what is deeper too where that fits."""
    rows = ["| week | lesson | in class | at home |", "|---|---|---|---|"]
    for week, path in enumerate(lessons(), start=1):
        core, deeper = times(path)
        fits = core + deeper <= SESSION
        rows.append(
            f"| {week} | {number_of(path)} | {core + deeper * fits} | {deeper * (not fits)} |"
        )
    return rows


def cells_of(table):
    """Return the cells of the rows of a table, without its head."""
    rows = re.findall(r"(?m)^\|(.+)\|$", table)[2:]
    return [[cell.strip() for cell in row.split("|")] for row in rows]


MADE = {
    README: {"lessons": lambda before: lesson_table()},
    FOR_INSTRUCTORS: {
        "guides": lambda before: guide_table(),
        "days": days_table,
        "weeks": lambda before: weeks_table(),
    },
} | {
    guide_of(path): {"minutes": lambda before, path=path: minutes_table(path, before)}
    for path in lessons()
}


def renewed(path, text):
    """Return the text of a page with everything in it that is made made anew."""
    for name, make in MADE[path].items():
        made = re.compile(rf"(<!-- made: {name} -->\n)(.*?)(<!-- end -->)", re.DOTALL)
        before = made.search(text)
        if before is None:
            raise ValueError(f"{path.name}: <!-- made: {name} --> and <!-- end --> are missing.")
        rows = "\n".join(make(before[2]))
        text = text.replace(before[0], f"{before[1]}{rows}\n{before[3]}")
    return text


def page_of_mistakes(path):
    """Return the page of the mistakes that the checks of a lesson know."""
    number = number_of(path)
    text = f"""\
# Lesson {number}: the mistakes that its checks know

For each exercise: the name of a mistake, what the check says of it, and the lines of an example that
the solution has not. Made with `make tables` from
[helpers/check/lesson_{number:02}](../../helpers/check/lesson_{number:02}).
"""
    for _, exercise in sorted(check.exercises().items()):
        if exercise.number.startswith(f"{number}."):
            text += f"\n## Exercise {exercise.number}: {exercise.title}\n\n"
            for mistake in exercise.known:
                lines = example(exercise.solution, mistake.answers[0])
                text += f'- <a id="{exercise.number}-{mistake.name}"></a>**{mistake.name}**: '
                text += mistake.message + (
                    f" `{lines[0].strip()}`\n"
                    if len(lines) == 1
                    else "\n\n  ```python\n" + indent("\n".join(lines), "  ") + "\n  ```\n\n"
                )
    return text.rstrip("\n") + "\n"


def example(solution, answer):
    """Return the lines of an answer that the solution has not."""
    solution, answer = (source.strip("\n").splitlines() for source in (solution, answer))
    lines = [line[2:] for line in difflib.ndiff(solution, answer) if line.startswith("+ ")]
    lines = lines or answer  # something is missing in it
    lines = dedent("\n".join(lines)).splitlines()
    return lines if len(lines) <= LINES else [*lines[:LINES], "..."]


def pages():
    """Return all pages that are made, whole or in part, each with its text."""
    found = {path: renewed(path, path.read_text(encoding="utf-8")) for path in MADE}
    return found | {MISTAKES / f"{path.stem}.md": page_of_mistakes(path) for path in lessons()}


def main():
    new = pages()
    shutil.rmtree(MISTAKES, ignore_errors=True)  # of a lesson that has gone
    MISTAKES.mkdir()
    for path, text in new.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(new)} pages are as their sources say.")


if __name__ == "__main__":
    main()
