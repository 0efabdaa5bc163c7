"""The instructor's guides: their parts, tables and lists. The one reader of them."""

import re
from functools import cache

from tools.notebooks import ROOT

FOLDER = ROOT / "instructor"
HEADINGS = [
    "The one idea",
    "Prepare in half an hour",
    "Minutes",
    "Type, run, or show",
    "Predict prompts",
    "Misconceptions",
    "On the board",
    "Where learners get stuck",
    "When time is short",
    "Answers",
    "For the fast",
]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def guide_of(path):
    """Return the path of the guide of a lesson."""
    return FOLDER / f"{path.stem}.md"


@cache
def parts(path):
    """Return the text under each heading of the second level, in order."""
    text = guide_of(path).read_text(encoding="utf-8")
    pieces = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def new_idea(path):
    """Return what is new in a lesson, in a few words."""
    return re.search(r"(?m)^New here: (.+)\.$", guide_of(path).read_text(encoding="utf-8"))[1]


def typed_live(path):
    """Return (first line of code, section) of each cell that the instructor types."""
    found = re.findall(r"^- `(.+)` \(section (\d+)\)", parts(path)["Type, run, or show"], re.M)
    return [(line, int(section)) for line, section in found]


def prompts(path):
    """Return (number, section, text) of each prompt of the guide."""
    pieces = re.split(
        r"^### Prompt (\d+) \(section (\d+)\): .+\n", parts(path)["Predict prompts"], flags=re.M
    )
    return [
        (int(number), int(section), text)
        for number, section, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True)
    ]
