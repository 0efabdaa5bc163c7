"""One slide: what it shows, and the sizes of type in which it fits."""

import html
import math
import re
from dataclasses import dataclass, field

from tools.lesson import FENCE

# A slide has 1280 by 720 pixels. So much is left for its text.
WIDTH, HEIGHT = 1190, 600
# Sizes of type, the largest first. The last row can still read the smallest ones.
HEADLINES, PROSE, CODE = (36, 30), range(40, 23, -1), range(30, 17, -1)
# The mean width of a letter at size 1. Lines of text are counted with it, not measured.
LETTER, LETTER_OF_TABLE, LETTER_OF_CODE, LETTER_OF_FORMULA = 0.47, 0.52, 0.605, 0.62


@dataclass
class Slide:
    """One slide. What it shows stands below each other, in the order of the fields."""

    kind: str
    headline: str = ""
    prose: list = field(default_factory=list)  # blocks of Markdown
    code: str = ""
    printed: str = ""
    table: str = ""
    figure: str = ""
    where: str = ""  # the section
    begins: bool = False  # a new column of the overview
    notes: list = field(default_factory=list)

    def markdown(self):
        parts = [
            f'<p class="where">{html.escape(self.where)}</p>' if self.where else "",
            f"## {self.headline}" if self.headline else "",
            *self.prose,
            f"```python\n{self.code}\n```" if self.code else "",
            f'<pre class="output">{html.escape(self.printed)}</pre>' if self.printed else "",
            self.table,
            self.figure,
        ]
        return "\n\n".join(filter(None, parts))

    def sizes(self):
        """Return the largest sizes of type at which all fits, or None if there are none."""
        headline = HEADLINES[lines(self.headline, HEADLINES[0]) > 2]
        for prose in PROSE:
            for code in CODE:
                if code <= prose and self.fits(headline, prose, code):
                    return {"headline": headline, "prose": prose, "code": code}
        return None

    def fits(self, headline, prose, code):
        height = lines(self.headline, headline) * 1.2 * headline
        texts = [self.code, self.printed]
        for block in self.prose:
            if fence := FENCE.match(block):
                texts.append(fence[1])
            elif block.startswith("$$"):
                if letters_of_formula(block) * LETTER_OF_FORMULA * prose > WIDTH:
                    return False
                height += 4 * prose
            else:
                rows = sum(lines(row, prose) for row in block.splitlines())
                height += rows * 1.3 * prose + block.count("\n- ") * 0.45 * prose + 14
        for text in filter(None, texts):
            rows = text.rstrip().splitlines()
            if max(map(len, rows)) * LETTER_OF_CODE * code > WIDTH - 34:
                return False
            height += len(rows) * 1.35 * code + 34
        if rows := cells_of(self.table):
            letters = sum(max(map(len, column)) for column in zip(*rows, strict=True))
            share = (letters * LETTER_OF_TABLE + 1.3 * len(rows[0])) * code / WIDTH
            # Columns of words are broken into lines, columns of numbers cannot be.
            if share > 1 and self.table.startswith("<"):
                return False
            height += len(rows) * (0.5 + 1.3 * math.ceil(share)) * code
        return height <= HEIGHT


def lines(markdown, size):
    """Estimate how many lines a text takes."""
    return math.ceil(len(plain(markdown)) * LETTER * size / WIDTH)


def plain(markdown):
    return re.sub(r"[*`$]|\]\([^)]*\)|\\[a-z]+", "", markdown)


def letters_of_formula(block):
    """Estimate how many letters of a formula stand beside each other."""
    block = re.sub(r"\\text\{(.*?)\}", lambda match: "x" * len(match[1]), block)
    block = block.replace(r"\qquad", "xxxx").replace(r"\quad", "xx")
    block = re.sub(r"\\(left|right|frac|overline|hat|bar)\b|\\[,;]", "", block)
    return len(re.sub(r"[{}^_$\s]", "", re.sub(r"\\[a-zA-Z]+", "x", block)))


def cells_of(table):
    """Return the rows of a table, written in HTML or Markdown, as lists of texts."""
    if table.startswith("<"):
        rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
        return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    rows = [row for row in table.splitlines() if not row.startswith("|-")]
    return [[plain(cell.strip()) for cell in row.strip("|").split("|")] for row in rows]
