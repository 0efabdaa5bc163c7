"""Refuse every connection that leaves the machine: the lessons run without a network.

`install` is called in each kernel that stores or checks outputs. What other programs do that a
lesson starts goes unseen here; ``make offline`` cuts the network off for them too.
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


def is_local(host):
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        return False


def refuse(event, arguments):
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


def install():
    sys.addaudithook(refuse)
