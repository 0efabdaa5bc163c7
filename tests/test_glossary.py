"""GLOSSARY.md: the form of its table, and that each term stands where the table says."""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import pytest

from tools.notebooks import ROOT, lessons, read

GLOSSARY = ROOT / "GLOSSARY.md"
HEADER = "| term | 中文 | in one sentence | introduced in |"

# Names that stay as they are in Chinese texts.
STAY_ENGLISH = {"Adam", "PyTorch", "scikit-learn"}

# Terms that lessons use before the place that introduces them, and the lessons that do.
USED_BEFORE = {
    # In an everyday sense.
    "distance": {1},
    "error": {1},
    "rule": {1, 2},
    "side by side": {3},
    "valley": {2},
    # Announced there, or part of another term.
    "clipping": {5},
    "gradient": {4},
    "gradient descent": {4},
    "mean squared error": {2},
    # Not explained there, or only in part.
    "neural network": {5},
    "train": {2},
    "weight": {2},
}

# What lessons set in bold for other reasons, small letters.
NOT_TERMS = {
    "(n, 1) and (n,)",
    "any",
    "descent",
    "gradients that meet add up",
    "linear on linear is linear",
    "not one house",
    "other directions",
    "random search is hopeless",
    "root forgotten",
    "smaller step",
    "sorting everything",
    "square",
    "square of the mean",
    "sum for mean",
}

LINK_TARGET = r"(?<=\])\([^)]*\)"

# What stands under the title of each lesson, and the prompts.
LABELS = {"you will build", "you need", "you take away", "time", "predict first"}


class Entry(NamedTuple):
    term: str
    chinese: str
    sentence: str
    place: str

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
    return [section for number, path in enumerate(lessons(), 1) for section in _of(number, path)]


def _of(number, path):
    name, cells = "opening", {}
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            if heading := re.search(r"(?m)^## (?:(\d+)\. )?(.+)", cell.source):
                name = f"section {heading[1]}" if heading[1] else heading[2].lower()
        cells.setdefault(name, []).append(cell)
    for name, inside in cells.items():
        prose = [prose_of(cell.source) for cell in inside if cell.cell_type == "markdown"]
        text = re.sub(LINK_TARGET, "", "\n\n".join(cell.source for cell in inside))
        text = text.replace("*", "").replace("_", " ")
        yield Section(number, name, path.name, text, "\n\n".join(prose))


def prose_of(markdown):
    """Drop blocks of code, formulas, the targets of links, and the marks of bold and code."""
    for dropped in (r"```.*?```", r"\$\$.*?\$\$", r"\$[^$]*\$", LINK_TARGET, r"[*`]"):
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
    return [Entry(*(cell.strip() for cell in row)) for row in rows(glossary) if len(row) == 4]


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
    found = []
    for term, chinese, *_ in entries(glossary):
        if re.search(r"[\u4e00-\u9fff]", chinese):
            if term in STAY_ENGLISH:
                found.append(f"{term}: has a Chinese name, so it does not stay English")
            # Names that stand beside each other are separated by ； and nothing else.
            if re.search(r"[,;()/，、]|；(?! *\S)|\s；|；\s", chinese):
                found.append(f"{term}: separate Chinese names by ； alone, brackets are （）")
        elif chinese != term or term not in STAY_ENGLISH:
            found.append(f"{term}: no Chinese characters in {chinese}")
    missing = STAY_ENGLISH - {entry.term for entry in entries(glossary)}
    return found + [f"{term}: stays English, but has no row" for term in sorted(missing)]


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


def faults_of_early_use(glossary, course, used_before):
    found, table = [], entries(glossary)
    words = [entry.word.casefold() for entry in table]
    for entry in table:
        early, known = lessons_before(entry, course), used_before.get(entry.term, set())
        if entry.word != entry.term:
            if not early and words.count(entry.word.casefold()) == 1:
                found.append(f"{entry.term}: has one sense alone and needs no brackets")
            continue
        if early - known:
            found.append(f"{entry.term}: used in lessons {sorted(early - known)}, before its place")
        if known - early:
            found.append(f"{entry.term}: not used in lessons {sorted(known - early)} before")
    without = used_before.keys() - {entry.term for entry in table}
    return found + [f"{term}: used before, but has no row" for term in sorted(without)]


def bold_of(path):
    """Return what a lesson sets in bold, labels such as **Predict first.** left out."""
    found = set()
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            text = re.sub(r"```.*?```|`[^`]*`|\$[^$]*\$", "", cell.source, flags=re.DOTALL)
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


@pytest.fixture(scope="module")
def glossary():
    return GLOSSARY.read_text(encoding="utf-8")


def test_every_row_has_four_cells(glossary):
    assert faults_of_rows(glossary) == []


def test_terms_are_unique_and_sorted(glossary):
    assert faults_of_order(glossary) == []


def test_every_term_has_a_chinese_name_or_is_known_to_have_none(glossary):
    assert faults_of_chinese(glossary) == []


def test_every_explanation_is_one_sentence_of_at_most_30_words(glossary):
    assert faults_of_sentences(glossary) == []


def test_every_term_stands_in_the_section_that_introduces_it(glossary):
    assert faults_of_places(glossary, sections()) == []


def test_no_term_is_used_before_the_section_that_introduces_it(glossary):
    assert faults_of_early_use(glossary, sections(), USED_BEFORE) == []


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_every_term_that_a_lesson_sets_in_bold_has_a_row(glossary, path):
    assert without_row(bold_of(path), glossary) <= NOT_TERMS


def test_bold_words_that_are_no_terms_are_still_bold_in_a_lesson(glossary):
    bold = set().union(*map(bold_of, lessons()))
    assert without_row(bold, glossary) == NOT_TERMS


# A course and its glossary, without a fault.
SMALL_COURSE = [
    Section(1, "opening", "01.ipynb", "all on one page", "all on one page"),
    Section(1, "section 1", "01.ipynb", "rng = 0  # a seed", "The **rule** of a node."),
    Section(1, "section 2", "01.ipynb", "It overfits.", "It overfits."),
    Section(2, "opening", "02.ipynb", "You meet nodes.", "You meet nodes."),
    Section(2, "section 1", "02.ipynb", "Adam has two nodes.", "Adam has two nodes."),
    Section(2, "review questions", "02.ipynb", "a key, and a key", "a key, and a key"),
]
SMALL_GLOSSARY = f"""{HEADER}
|---|---|---|---|
| Adam | Adam | It has two nodes. | [lesson 2, section 1](notebooks/02.ipynb) |
| key (of a dict) | 键 | It finds. | [lesson 2, review questions](notebooks/02.ipynb) |
| key (of a sort) | 排序键；键 | It sorts. | [lesson 2, review questions](notebooks/02.ipynb) |
| node | 节点；结点 | It is a box. | [lesson 2, section 1](notebooks/02.ipynb) |
| overfitting | 过拟合 | It learns accidents. | [lesson 1, section 2](notebooks/01.ipynb) |
| seed | 种子（随机） | It begins. | [lesson 1, section 1](notebooks/01.ipynb) |
"""
SMALL_USED_BEFORE = {"node": {1}}


def all_faults(glossary, course, used_before):
    return [
        *faults_of_rows(glossary),
        *faults_of_order(glossary),
        *faults_of_chinese(glossary),
        *faults_of_sentences(glossary),
        *faults_of_places(glossary, course),
        *faults_of_early_use(glossary, course, used_before),
    ]


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(f"{__name__}.STAY_ENGLISH", {"Adam"})


def test_a_glossary_without_a_fault_passes(small):
    assert all_faults(SMALL_GLOSSARY, SMALL_COURSE, SMALL_USED_BEFORE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        (HEADER, "| term | Chinese |", "no table"),
        ("| It is a box. ", "", "node: not four cells"),
        ("It is a box.", "", "node: not four cells"),
        ("It is a box.", "It is | a box.", "node: not four cells"),
        ("| seed |", "| node |", "node: more than one row"),
        ("| seed |", "| Node |", "node: more than one row"),
        ("| overfitting |", "| graph |", "graph: must stand before node"),
        ("过拟合", "overfit", "overfitting: no Chinese characters in overfit"),
        ("| Adam | Adam |", "| Adam | Adamant |", "Adam: no Chinese characters in Adamant"),
        ("| Adam | Adam |", "| Adam | 亚当 |", "Adam: has a Chinese name"),
        ("节点；结点", "节点, 结点", "node: separate Chinese names"),
        ("节点；结点", "节点； 结点", "node: separate Chinese names"),
        ("节点；结点", "节点；", "node: separate Chinese names"),
        ("种子（随机）", "种子 (随机)", "seed: separate Chinese names"),
        ("It is a box.", "It is " + "very " * 30 + "long.", "node: more than 30 words"),
        ("It is a box.", "It is a box", "node: not one sentence"),
        ("It is a box.", "It is. A box.", "node: not one sentence"),
        ("lesson 2, section 1](notebooks/02", "lesson 3, section 1](notebooks/02", "no lesson has"),
        ("lesson 2, section 1](notebooks/02", "lesson 2, section 9](notebooks/02", "no lesson has"),
        ("lesson 2, section 1](notebooks/02", "lesson 2, section 1](notebooks/01", "no lesson has"),
        ("[lesson 1, section 1](notebooks/01.ipynb)", "lesson 1", "seed: no lesson has"),
        ("[lesson 1, section 2]", "[lesson 1, section 1]", "overfitting: not in the text of"),
        ("| seed |", "| weed |", "weed: not in the text of"),
        ("| key (of a sort) |", "| keyed |", "key (of a dict): has one sense alone"),
    ],
)
def test_a_fault_of_a_glossary_is_named(small, right, wrong, fault):
    assert right in SMALL_GLOSSARY
    faulty = SMALL_GLOSSARY.replace(right, wrong)
    assert fault in "\n".join(all_faults(faulty, SMALL_COURSE, SMALL_USED_BEFORE))


@pytest.mark.parametrize(
    ("used_before", "fault"),
    [
        ({}, "node: used in lessons [1], before its place"),
        ({"node": {1}, "seed": {1}}, "seed: not used in lessons [1] before"),
        ({"node": {1}, "rule": {1}}, "rule: used before, but has no row"),
    ],
)
def test_the_list_of_early_uses_must_be_exact(small, used_before, fault):
    assert all_faults(SMALL_GLOSSARY, SMALL_COURSE, used_before) == [fault]


def test_a_name_that_stays_english_needs_a_row(small):
    glossary = SMALL_GLOSSARY.replace("| Adam |", "| Ada |", 1)
    assert "Adam: stays English, but has no row" in faults_of_chinese(glossary)


def test_a_bold_word_without_a_row_is_found():
    bold = {"nodes", "overfits", "key", "graph"}
    assert without_row(bold, SMALL_GLOSSARY) == {"graph"}
    longer = SMALL_GLOSSARY.replace("| node |", "| graph of nodes |")
    assert without_row(bold, longer) == {"nodes"}


@pytest.mark.parametrize(
    ("term", "text", "stands_there"),
    [
        ("loss", "All losses fall.", True),
        ("category", "two categories", True),
        ("standardise", "Standardised rooms", True),
        ("overfitting", "it overfits", True),
        ("missing value", "two missing values", True),
        ("clipping", "how to clip it", True),
        ("k nearest neighbours", "the k nearest\nneighbour", True),
        ("leave-one-out", "leave-one-out", True),
        ("bias", "a bias", True),
        ("axis", "two axes", True),
        ("graph", "graphics", False),
        ("graph", "my_graph", False),
        ("rank", "frank", False),
        ("ring", "a letter r", False),
        ("tree", "k-d-tree-like", False),
    ],
)
def test_a_term_is_found_in_its_forms_alone(term, text, stands_there):
    assert bool(forms(term).search(text)) == stands_there


def test_prose_holds_words_and_names_but_no_blocks_links_or_formulas():
    markdown = "A **rule** $x$ [`here`](there.md)\n\n$$y$$\n\n```python\nblock = 1\n```\n"
    assert prose_of(markdown).split() == ["A", "rule", "[here]"]
