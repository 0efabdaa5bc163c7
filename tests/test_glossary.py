"""The glossary of the course has no fault, and each kind of fault is found."""

import pytest

from tools import glossary
from tools.glossary import HEADER, Section, faults, forms, prose_of, without_row
from tools.notebooks import lessons

TEXT = glossary.GLOSSARY.read_text(encoding="utf-8")


def test_the_glossary_of_the_course_has_no_fault():
    found = faults(TEXT, glossary.sections())
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_every_word_that_a_lesson_sets_in_bold_has_a_row_or_is_marked_as_no_term(path):
    left = without_row(glossary.bold_of(path), TEXT)
    assert not left, "GLOSSARY.md has no row for them. What is no term is written __so__."


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
| node | 节点；结点 | It is a box. | [lesson 2, section 1](notebooks/02.ipynb) <!-- earlier: 1 --> |
| overfitting | 过拟合 | It learns accidents. | [lesson 1, section 2](notebooks/01.ipynb) |
| seed | 种子（随机） | It begins. | [lesson 1, section 1](notebooks/01.ipynb) |
"""


def test_a_glossary_without_a_fault_passes():
    assert faults(SMALL_GLOSSARY, SMALL_COURSE) == []


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
        (" <!-- earlier: 1 -->", "", "node: used in lessons [1], before its place"),
        (
            "(notebooks/01.ipynb) |\n",
            "(notebooks/01.ipynb) <!-- earlier: 1 --> |\n",
            "seed: not used",
        ),
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
def test_a_fault_of_a_glossary_is_named(right, wrong, fault):
    assert right in SMALL_GLOSSARY
    faulty = SMALL_GLOSSARY.replace(right, wrong)
    assert fault in "\n".join(faults(faulty, SMALL_COURSE))


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
