"""The glossary: the form of its table, and whether each term stands where the table says.

Exceptions stand where what they describe stands. A term that lessons use before the place that
introduces it, in an everyday sense or as an announcement, has ``<!-- earlier: 1, 2 -->`` behind its
place: the numbers of these lessons. What a lesson sets in bold without being a term is written
``__so__``; a new term is written ``**so**``.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tools.lesson import number_of, texts
from tools.lesson import sections as sections_of
from tools.notebooks import ROOT, lessons, read

GLOSSARY = ROOT / "GLOSSARY.md"
HEADER = "| term | 中文 | in one sentence | introduced in |"

LINK_TARGET = r"(?<=\])\([^)]*\)"

# What stands under the title of each lesson, and the prompts.
LABELS = {"you will build", "you need", "you take away", "time", "predict first"}


class Entry(NamedTuple):
    term: str
    chinese: str
    sentence: str
    place: str
    earlier: set  # the lessons that use the word before its place, as the table says

    @property
    def word(self):
        """The term without the brackets that tell two senses of a word apart."""
        return self.term.partition(" (")[0]


class Section(NamedTuple):
    lesson: int
    name: str
    file: str
    text: str  # with code and comments, as one searches for a word
    prose: str  # the sentences and the names of code in them


@cache
def sections():
    """Return the sections of all lessons, in reading order."""
    return [section for path in lessons() for section in _of(path)]


def _of(path):
    cells = {}
    for number, title, cell in sections_of(read(path)):
        name = f"section {number}" if number else title.lower() or "opening"
        cells.setdefault(name, []).append(cell)
    for name, inside in cells.items():
        prose = [prose_of(cell.source) for cell in inside if cell.cell_type == "markdown"]
        text = re.sub(LINK_TARGET, "", "\n\n".join(cell.source for cell in inside))
        text = text.replace("*", "").replace("_", " ")
        yield Section(number_of(path), name, path.name, text, "\n\n".join(prose))


def prose_of(markdown):
    """Drop blocks of code, formulas, the targets of links, and the marks of bold and code."""
    for dropped in (r"```.*?```", r"\$\$.*?\$\$", r"\$[^$]*\$", LINK_TARGET, r"[*`]|__"):
        markdown = re.sub(dropped, "", markdown, flags=re.DOTALL)
    return markdown


def forms(term):
    """Return the pattern of a term in all its forms: plural or not, -ed, -ing."""
    words = r"[\s-]+".join(_forms_of_word(word) for word in re.split(r"[ -]", term))
    return re.compile(rf"(?<![\w-]){words}(?![\w-])", re.IGNORECASE)


def _forms_of_word(word):
    if word.endswith("ing") and len(word) > 5:  # overfitting: overfit
        word = re.sub(r"([^aeious])\1$", r"\1", word[:-3])
    if word.endswith("is"):
        return re.escape(word[:-2]) + "(?:is|es)"
    word = re.sub(r"(?<=[^su])s$", "", word)
    if word[-1] == "e":
        return re.escape(word[:-1]) + "(?:e|es|ed|ing)"
    if word[-1] == "y":
        return re.escape(word[:-1]) + "(?:y|ies|ied|ying)"
    last = re.escape(word[-1])
    return re.escape(word) + f"(?:e?s|{last}?(?:ed|ing))?"


def rows(glossary):
    _, _, table = glossary.partition(f"{HEADER}\n|---|---|---|---|\n")
    return [line.strip().strip("|").split("|") for line in table.splitlines()]


def entries(glossary):
    found = []
    for row in rows(glossary):
        if len(row) == 4:
            *cells, place = (cell.strip() for cell in row)
            place, _, earlier = place.partition(" <!-- earlier: ")
            found.append(Entry(*cells, place, set(map(int, re.findall(r"\d+", earlier)))))
    return found


def faults(glossary, course):
    """Return all faults of a glossary for a course, each a line that names the term."""
    return [
        *faults_of_rows(glossary),
        *faults_of_order(glossary),
        *faults_of_chinese(glossary),
        *faults_of_sentences(glossary),
        *faults_of_places(glossary, course),
        *faults_of_early_use(glossary, course),
    ]


def faults_of_rows(glossary):
    found = [] if rows(glossary) else [f"no table under {HEADER}"]
    for row in rows(glossary):
        if len(row) != 4 or not all(cell.strip() for cell in row):
            found.append(f"{row[0].strip()}: not four cells with something in them")
    return found


def faults_of_order(glossary):
    terms = [entry.term.casefold() for entry in entries(glossary)]
    twice = [f"{term}: more than one row" for term in sorted(set(terms)) if terms.count(term) > 1]
    swapped = [(one, next_one) for one, next_one in pairwise(terms) if one > next_one]
    return twice + [f"{after}: must stand before {before}" for before, after in swapped]


def faults_of_chinese(glossary):
    """Find rows without a Chinese name. A term that stays as it is stands there once more."""
    found = []
    for entry in entries(glossary):
        chinese = entry.chinese
        if re.search(r"[\u4e00-\u9fff]", chinese):
            # Names that stand beside each other are separated by ； and nothing else.
            if re.search(r"[,;()/，、]|；(?! *\S)|\s；|；\s", chinese):
                found.append(f"{entry.term}: separate Chinese names by ； alone, brackets are （）")
        elif chinese != entry.term:
            found.append(f"{entry.term}: no Chinese characters in {chinese}")
    return found


def faults_of_sentences(glossary):
    found = []
    for entry in entries(glossary):
        if len(entry.sentence.split()) > 30:
            found.append(f"{entry.term}: more than 30 words")
        if not entry.sentence.endswith(".") or re.search(r"[.?!] +[A-Z]", entry.sentence):
            found.append(f"{entry.term}: not one sentence with a full stop")
    return found


def find_place(entry, course):
    """Return the section that an entry names, or None."""
    link = re.fullmatch(r"\[lesson (\d+), ([a-z]+(?: \w+)?)\]\(notebooks/(.+)\)", entry.place)
    named = link and (int(link[1]), link[2], link[3])
    return next((section for section in course if section[:3] == named), None)


def faults_of_places(glossary, course):
    found = []
    for entry in entries(glossary):
        if (place := find_place(entry, course)) is None:
            found.append(f"{entry.term}: no lesson has the place {entry.place}")
        elif not forms(entry.word).search(place.text):
            found.append(f"{entry.term}: not in the text of {entry.place}")
    return found


def lessons_before(entry, course):
    """Return the numbers of the lessons that use the word of an entry before its place.

    The opening of the same lesson says what is to come; it does not count.
    """
    place = find_place(entry, course)
    before = course[: course.index(place)] if place else []
    return {
        section.lesson
        for section in before
        if (section.lesson, section.name) != (place.lesson, "opening")
        and forms(entry.word).search(section.prose)
    }


def faults_of_early_use(glossary, course):
    found, table = [], entries(glossary)
    words = [entry.word.casefold() for entry in table]
    for entry in table:
        early, known = lessons_before(entry, course), entry.earlier
        if entry.word != entry.term:
            if not early and words.count(entry.word.casefold()) == 1:
                found.append(f"{entry.term}: has one sense alone and needs no brackets")
            continue
        if early - known:
            found.append(f"{entry.term}: used in lessons {sorted(early - known)}, before its place")
        if known - early:
            found.append(f"{entry.term}: not used in lessons {sorted(known - early)} before")
    return found


def bold_of(path):
    """Return what a lesson sets in bold, labels such as **Predict first.** left out."""
    found = set()
    for text in texts(read(path)):
        text = re.sub(r"```.*?```|`[^`]*`|\$[^$]*\$", "", text, flags=re.DOTALL)
        found |= {bold.casefold() for bold in re.findall(r"\*\*([^*]+)\*\*", text)}
    return {bold for bold in found if bold[-1] not in ".?:" and bold not in LABELS}


def without_row(bold, glossary):
    """Return those of the bold words that are neither a term nor how one begins."""
    words = [entry.word.casefold() for entry in entries(glossary)]
    return {
        name
        for name in bold
        if not any(forms(word).fullmatch(name) or word.startswith(f"{name} ") for word in words)
    }
