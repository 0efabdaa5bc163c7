"""Choose what of a lesson becomes a slide.

No lesson holds marks for slides. The rules follow from the forms that all lessons share: headings,
prompts, figures, formulas, definitions, exercises, questions. So the slides follow the lesson.
"""

import base64
import html
import io
import re

import numpy as np
from PIL import Image

from tools.lesson import CALL, DETAILS, FENCE
from tools.notebooks import WORDS, is_folded, join_streams
from tools.slides.layout import Slide

# Lines of code: above an answer, in a definition, in several definitions together.
SHORT, LONG, JOINED = 8, 15, 12
TALL = 1.5  # width by height up to which a figure stands beside its sentence, not below it
BAND = 20  # pixels of white between the parts of a figure that is cut, at least
ALONE = 5  # words that a headline has, if there are so many to be had
POINTED = 10  # words up to which a sentence gets the one before it

HEADING = re.compile(r"(#+) (.+)")
LABEL = re.compile(
    r"\*\*(Predict first|To discuss|Change the lesson|Next lesson|The end|Question \d+)\.\*\* "
)
# Where a sentence ends. An initial ends none, nor does what is masked.
END = re.compile(r"(?<![A-Z])[.?!](?:\*\*|[)\"*])*\s+")
MASKED = re.compile(r"`[^`]*`|\$[^$]*\$|\((?:[^()]|\([^()]*\))*\)")
# How a sentence begins that points to the one before it.
BACK = re.compile(
    r"(It|Its|This|These|That|Such|Their|They|So|Both|There|And|Here|The (one|last))\b"
)


class Deck:
    """The slides of one lesson, collected cell by cell."""

    def __init__(self, notebook):
        self.slides = []
        self.where = ""
        self.before = []  # the sentences of the last prose
        self.adjacent = False  # whether that prose is the cell above
        self.term = None  # the slide of the cell above, if it ends with a new term
        self.defined = None  # the slide of the cell above, if it is a definition
        self.asked = None  # the last prompt, until its answer has come
        self.silent = []  # slides of outputs without a headline yet, and their code
        self.in_exercise, self.stub = False, set()
        self.solutions = []  # for each exercise so far, the lines that are to be found
        for cell in notebook.cells:
            (self.of_prose if cell.cell_type == "markdown" else self.of_code)(cell)
        self.comment([])

    def add(self, kind, headline="", *prose, **shown):
        return self.insert(Slide(kind, headline, list(prose), where=self.where, **shown))

    def insert(self, slide, before=None):
        """Put a slide at the end, or before another one."""
        for other in self.slides[-2:] if slide.headline else []:
            # What is its headline need not stand on a slide before it.
            if other.kind in ("section", "term"):
                other.prose = [text for text in other.prose if not text.endswith(slide.headline)]
            if other.kind == "term" and not other.prose:
                self.slides.remove(other)
                self.slides[-1].notes += other.notes
        at = [i for i, other in enumerate(self.slides) if other is before]
        self.slides.insert(*at or [len(self.slides)], slide)
        return slide

    # Prose: headings, prompts, formulas, new terms, exercises, questions.

    def of_prose(self, cell):
        if WORDS.fullmatch(cell.source):
            return  # the notes have them already
        details = dict(DETAILS.findall(cell.source))
        blocks = blocks_of(DETAILS.sub("", cell.source))
        self.before, self.adjacent, self.defined = [], bool(blocks), None
        self.comment(blocks)
        while blocks:
            block = blocks.pop(0)
            self.term = None
            if heading := HEADING.match(block):
                self.of_heading(len(heading[1]), heading[2], blocks)
            elif label := LABEL.match(block):
                self.of_label(label[1], block[label.end() :], blocks, details)
            elif block.startswith("$$"):
                self.add("formula", self.introduction() or first_sentence(blocks), block)
            elif block.startswith("|"):
                self.add("table", self.introduction(), table=block)
            elif fence := FENCE.match(block):
                self.add("code", self.introduction(), code=fence[1].rstrip())
            else:
                self.of_paragraph(block)
        if "Solution" in details:
            (code,) = FENCE.findall(details["Solution"])
            self.solutions.append(set(lines_of(code)) - self.stub)
        if finding := details.get("What you should find"):
            self.slides[-1].notes.append(f"**What you should find.** {finding.strip()}")

    def of_heading(self, level, title, blocks):
        if title.startswith("Exercise "):
            for prompt in [block for block in blocks if LABEL.match(block)]:
                blocks.remove(prompt)
                self.of_label("Predict first", LABEL.sub("", prompt), [], {})
            self.add("exercise", title, *blocks)
            self.in_exercise, self.stub = True, set()
            blocks.clear()
            return
        self.asked, self.before, self.where = None, [], ""
        if level == 1:
            *prose, items = [block for block in blocks if not block.startswith(("[![", "!["))]
            shown = re.findall(r"(?m)^- \*\*You (?:will|take).*", items)
            self.add("title", title, "\n".join(shown)).notes += [*prose, items]
            blocks.clear()
        elif blocks and blocks[0].startswith("- "):
            self.add("summary", title, blocks.pop(0))
        else:
            lead = [first_sentence(blocks), *(terms_of(blocks[0]) if blocks else [])]
            lead = [text for text in dict.fromkeys(lead) if text and not text.endswith(":")]
            lead = [text for text in lead if not any(text in more for more in lead if more != text)]
            self.add("section", title, *lead)
        self.slides[-1].begins = True
        self.where = title if level > 1 else ""

    def of_label(self, label, text, blocks, details):
        if label == "Predict first":
            self.asked = self.add("prompt", label, text)
            return
        if label in ("Next lesson", "The end"):
            text = re.sub(r"\((\d\d_\w+)\.ipynb\)", r"(\1.html)", text)
            self.where = ""
        if "Answer" in details:
            answer = re.sub(r"(?m)^(- \w\)) Right\b", r"\1 **Right**", details["Answer"].strip())
            self.add("question", label, text, *blocks)
            self.add("question", f"{label}: answer", answer)
        else:
            self.add("task", label, text, *blocks)
        blocks.clear()

    def of_paragraph(self, block):
        self.slides[-1].notes.append(block)
        self.before += statements(block)
        shown = {text for slide in self.slides[-3:] for text in [slide.headline, *slide.prose]}
        terms = terms_of(block, shown)
        if self.where and terms:
            self.term = self.add("term", "", *terms)

    def introduction(self, *names):
        """Return the last sentence above that has one of the names, or else the last one."""
        named = [
            text for text in self.before if any(re.search(rf"\b{name}\b", text) for name in names)
        ]
        sentence = ([""] + self.before + named)[-1]
        if len(sentence.split()) < 3:  # "Then"
            sentence = " ".join(self.before[-2:])
        return "" if self.slides[-1].headline == sentence else sentence

    def comment(self, blocks):
        """Put above each output what the prose below it says first, or says of its numbers."""
        said = []
        for block in blocks:
            if not is_prose(block):
                break
            said += [sentence for sentence in statements(block) if not sentence.endswith(":")]
        for slide, source in self.silent:
            numbers = numbers_of(slide.printed) if len(self.silent) > 1 else set()
            fitting = [sentence for sentence in said if numbers & numbers_of(sentence)] or said
            if fitting:
                rest = said[said.index(fitting[0]) :]
                count = len(rest)
                slide.headline = joined(rest)
                del said[len(said) - count : len(said) - len(rest)]
            elif slide.figure and "\n" not in source:
                # A line of code is too wide to stand beside the figure.
                slide.code, slide.kind = source, "figure wide"
        self.silent = []

    # Code: definitions, and outputs.

    def of_code(self, cell):
        if self.in_exercise:
            self.stub |= set(lines_of(cell.source))
            self.in_exercise = not CALL.match(cell.source)
            return
        source = cell.source.strip()
        pictures, printed, table = outputs_of(cell)
        term, self.term = self.term, None
        defines = is_definition(source) and not is_folded(cell) and not (self.asked and printed)
        self.defined = self.define(source, printed, term) if defines else None
        self.adjacent = self.adjacent and self.defined is not None
        for picture, description in pictures:
            self.of_figure(picture, description, source)
        if table and Slide("answer", table=table).sizes():
            self.of_output("answer", source, table=table)
        elif printed and self.asked and not pictures:
            slide = self.of_output("answer", source, printed=printed)
            self.show_code(slide, source, SHORT)
        elif printed and term and not pictures and not self.defined:
            term.printed = printed
            if not self.show_code(term, source, SHORT):
                term.printed = ""

    def of_output(self, kind, source, **shown):
        slide = self.add(kind, **shown)
        self.silent.append((slide, source))
        self.asked = None
        return slide

    def of_figure(self, picture, description, source):
        parts = parts_of(picture)
        for number, part in enumerate(parts, start=1):
            place = f"Part {number} of {len(parts)}. " if len(parts) > 1 else ""
            alt = html.escape(place + description)
            figure = f'<img src="data:image/png;base64,{base64_of(part)}" alt="{alt}">'
            shape = "tall" if part.width < TALL * part.height else "wide"
            slide = self.of_output(f"figure {shape}", source, figure=figure)
            slide.notes.append(f"Figure: {place}{description}")
            if place:
                # One sentence for all parts, so that the picture does not jump.
                self.silent.pop()
                slide.headline = "".join(self.before[-1:])

    def show_code(self, slide, source, most):
        """Add code to a slide if it is short and fits; tell whether it is shown."""
        before, slide.code = slide.code, "\n\n\n".join(filter(None, [slide.code, source]))
        if len(lines_of(slide.code)) <= most and slide.sizes():
            return True
        slide.code = before
        return False

    def define(self, source, printed, term):
        """Show a definition with the sentence before it; return its slide, or None.

        Left out is what solves an exercise, and what has no sentence of its own.
        """
        written = set(lines_of(source))
        if any(solution <= written for solution in self.solutions):
            return None
        for slide, most in [(self.defined, JOINED), (term, LONG)]:
            if slide and not slide.printed and not printed and self.show_code(slide, source, most):
                return slide
        names = re.findall(r"(?m)^(?:def|class) (\w+)", source)
        headline = self.introduction(*names) if self.adjacent and not self.defined else ""
        if not headline:
            return None
        slide = Slide("code", headline, printed=printed, where=self.where)
        if not self.show_code(slide, source, SHORT if printed else LONG):
            return None
        # A prompt asks what the next output is: nothing comes between the two.
        return self.insert(slide, before=self.asked)


def blocks_of(markdown):
    """Split Markdown into headings, paragraphs, lists, tables, formulas and blocks of code."""
    markdown = re.sub(r"(?m)^(#+ .+)$", r"\n\n\1\n\n", markdown)
    parts = re.split(r"(```.*?```|\$\$.*?\$\$)", markdown, flags=re.DOTALL)
    blocks = []
    for number, part in enumerate(parts):
        blocks += [part] if number % 2 else re.split(r"\n\s*\n", part)
    return [block.strip() for block in blocks if block.strip()]


def is_prose(block):
    return not (
        HEADING.match(block) or LABEL.match(block) or re.match(r"``|\$\$|\||- |\d\. ", block)
    )


def sentences(block):
    """Split a paragraph into its sentences. What stands in brackets or code ends none."""
    text = " ".join(block.split())
    masked = MASKED.sub(lambda match: "x" * (len(match[0]) - 2) + match[0][-2:], text)
    ends = [match.end() for match in END.finditer(masked)]
    return [text[a:b].strip() for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]


def statements(block):
    """Return the sentences that can stand alone: no asides in brackets, no labels in bold."""
    return [text for text in sentences(block) if not re.fullmatch(r"\(.*|\*\*[^*]+\*\*", text)]


def joined(said):
    """Take sentences away until there are words enough, and return them as one text.

    A few words that point back are taken too: "That is wrong." turns the sense of the rest.
    """
    text = ""
    while said and (len(text.split()) < ALONE or is_verdict(said[0])):
        text = f"{text} {said.pop(0)}".strip()
    return text


def is_verdict(sentence):
    return BACK.match(sentence) is not None and len(sentence.split()) <= ALONE


def first_sentence(blocks):
    return joined(statements(blocks[0])) if blocks and is_prose(blocks[0]) else ""


def terms_of(block, shown=()):
    """Return the sentences that name something new in bold.

    One that points back, or is short, gets the sentence before it, unless that is shown already.
    """
    if block.startswith("- "):  # a list keeps its form
        return [block] if names_something(block) and Slide("term", "", [block]).sizes() else []
    found, said = [], [] if HEADING.match(block) else statements(block)
    for number, sentence in enumerate(said):
        if names_something(sentence) and not any(sentence in text for text in shown):
            pointed = BACK.match(sentence) or len(sentence.split()) < POINTED
            above = said[number - 1] if number and pointed else ""
            known = not above or any(above in text for text in [*shown, *found])
            found.append(sentence if known else f"{above} {sentence}")
    return found


def names_something(text):
    """Tell whether something stands in bold that is no label."""
    bold = re.findall(r"\*\*([^*]+)\*\*", re.sub(r"`[^`]*`", "", text))
    return any(name[-1] not in ".:?" for name in bold)


def numbers_of(text):
    return {float(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


def lines_of(code):
    return [line.strip() for line in code.splitlines() if line.strip()]


def is_definition(source):
    """Tell whether code defines something other than a drawing."""
    defines = re.search(r"(?m)^(def|class) ", source)
    return defines is not None and not re.search(r"\bpl(t|ots)\.", source)


def outputs_of(cell):
    """Return the figures of a cell with their descriptions, what it prints, and its table."""
    pictures, printed, table = [], "", ""
    for output in join_streams(cell.outputs):
        data = output.get("data", {})
        if "image/png" in data:
            picture = Image.open(io.BytesIO(base64.b64decode(data["image/png"])))
            pictures.append((picture, output.metadata["image/png"]["alt"]))
        elif "text/html" in data:
            table = re.search(r"<table.*</table>", data["text/html"], re.DOTALL)[0]
        elif output.output_type == "error":
            printed += f"{output.ename}: {output.evalue}"
        else:
            printed += output.get("text", "") or data.get("text/plain", "")
    return pictures, printed.strip("\n"), table


def parts_of(picture):
    """Return a picture; one that is taller than wide in parts, cut where it is white."""
    if picture.height <= picture.width:
        return [picture]
    inked = (np.asarray(picture.convert("L")) < 255).any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inked, [False]])))
    white = zip(edges[1:-1:2], edges[2::2], strict=True)
    cuts = [0, *[int(a + b) // 2 for a, b in white if b - a >= BAND], picture.height]
    return [
        picture.crop((0, a, picture.width, b)) for a, b in zip(cuts[:-1], cuts[1:], strict=True)
    ]


def base64_of(picture):
    file = io.BytesIO()
    picture.save(file, "png")
    return base64.b64encode(file.getvalue()).decode()
