"""What holds in each kernel that stores or checks outputs: no network, and no text too small to read.

`install` is called in each of them. What other programs do that a lesson starts goes unseen here;
``make offline`` cuts the network off for them too.
"""

import ipaddress
import sys

# The events of Python that carry a host, and where: https://docs.python.org/3/library/audit_events.html
HOST_OR_ADDRESS = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}
SMALLEST_TEXT = 12  # points, in a figure that is 8 inches wide


def is_local(host):
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        return False


def refuse_connections(event, arguments):
    if event not in HOST_OR_ADDRESS:
        return
    host = arguments[HOST_OR_ADDRESS[event]]
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        if not isinstance(host, tuple):
            return  # a socket in the file system, or one that is connected already
        host = host[0]
    if not is_local(host):
        message = f"A lesson must run without a network, but it tries to reach {host!r}."
        # Also on stderr, which no cell may write to: a lesson could catch the error.
        print(message, file=sys.stderr)
        raise RuntimeError(message)


def small_texts(figure):
    """Return a message about the first text of a figure that is too small to be read, or ''."""
    from matplotlib.text import Text

    smallest = SMALLEST_TEXT * figure.get_figwidth() / 8
    for text in figure.findobj(Text):
        if text.get_visible() and text.get_text().strip() and text.get_fontsize() < smallest - 0.01:
            return (
                f"The text {text.get_text()!r} has {text.get_fontsize():.1f} points; in a figure "
                f"{figure.get_figwidth():g} inches wide it needs {smallest:.1f} to be readable "
                "from the last row. Make the text larger, the figure narrower, or show less in it."
            )
    return ""


def watch_figures():
    """Say on stderr, which no cell may write to, what is too small in a figure that is shown."""
    from matplotlib.backend_bases import FigureCanvasBase

    print_figure = FigureCanvasBase.print_figure

    def print_and_look(canvas, *arguments, **options):
        print_figure(canvas, *arguments, **options)
        # After it is drawn: before that, tick labels have no text.
        if message := small_texts(canvas.figure):
            print(message, file=sys.stderr)

    FigureCanvasBase.print_figure = print_and_look


def install():
    sys.addaudithook(refuse_connections)
    watch_figures()
