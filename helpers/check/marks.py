"""How a message of a check looks: a mark and a colour beside its words, which say all alone."""

import html
import textwrap

from IPython import get_ipython
from IPython.display import display

# A mark that needs no colour, and a colour with a contrast of 3:1 on white and on black.
LOOKS = {
    "correct": ("\N{HEAVY CHECK MARK}", "#008f68"),
    "not yet": ("\N{HEAVY BALLOT X}", "#d55e00"),
    "not attempted": ("\N{WHITE CIRCLE}", "#767676"),
}


class Message:
    """A message as text, and as a block with a mark for who can see it."""

    def __init__(self, state, text):
        self.state, self.text = state, text

    def __repr__(self):
        return textwrap.fill(self.text, width=100, break_long_words=False)

    def _repr_html_(self):
        mark, colour = LOOKS[self.state]
        return (
            f'<div style="border-left: 0.3em solid {colour}; padding: 0.2em 0.8em">'
            f'<span aria-hidden="true" style="color: {colour}">{mark}</span> '
            f"{html.escape(self.text)}</div>"
        )


def show(state, text):
    """Show a message in a notebook; elsewhere print it.

    Parameters
    ----------
    state : {"correct", "not yet", "not attempted"}
    text : str
    """
    message = Message(state, text)
    if get_ipython() is None:
        print(message)
    else:
        display(message)
