import functools
import http.server
import threading

import pytest
import requests

from tools import links
from tools.notebooks import ROOT, lessons

README = ROOT / "README.md"


@pytest.mark.parametrize("path", links.pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_somewhere(path):
    inside = [target for target in links.Page(path).targets if not links.is_outside(target)]
    faults = [fault for target in inside if (fault := links.dead_end(path, target))]
    assert not faults, "\n".join(faults)


def test_the_pages_are_those_that_readers_see():
    pages = links.pages()
    assert {*lessons(), README, ROOT / "data" / "README.md"} <= set(pages)
    assert len(links.Page(README).targets) > 20


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("data/README.md#is-my-copy-the-right-one", ""),
        ("#the-lessons", ""),
        ("notebooks", ""),
        ("data/README.md#no-such-part", "has no heading or id 'no-such-part'"),
        ("#no-such-part", "has no heading or id"),
        ("notebooks/99_missing.ipynb", "leads nowhere"),
        ("../elsewhere", "leads nowhere"),
        ("../", "leads out of the project"),
    ],
)
def test_a_dead_end_is_found_and_named(target, fault):
    found = links.dead_end(README, target)
    assert (fault in found) if fault else found == ""


def test_links_are_found_in_every_spelling(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "# A *first* `code` heading: 2 + 2\n\n[text](one) ![picture](two.png) [named][n] "
        "<https://a.org>\n\n| a |\n|---|\n| [cell](four) |\n\n<details><a href='five'></a>"
        "\n\n[inside](six)\n\n</details>\n\n`[code](no)`\n\n[n]: three\n",
        encoding="utf-8",
    )
    found = links.Page(page)
    assert sorted(found.targets) == sorted(
        ["one", "two.png", "three", "https://a.org", "four", "five", "six"]
    )
    assert found.anchors == {"a-first-code-heading-2--2"}


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def test_an_address_on_the_web_that_does_not_answer_is_reported_with_the_reason(tmp_path):
    (tmp_path / "here").touch()
    handler = functools.partial(QuietHandler, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        address = f"http://127.0.0.1:{server.server_port}"
        with requests.Session() as session:
            assert links.silent(f"{address}/here", session) == ""
            assert links.silent(f"{address}/gone", session).startswith("404")
        server.shutdown()
    with requests.Session() as session:
        assert "refused" in links.silent(f"{address}/here", session)
