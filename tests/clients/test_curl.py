"""curl: what a person types into a terminal."""

import shutil
import subprocess
from pathlib import Path

import pytest

from argmap.vocabulary import AM

SELECT = f"SELECT ?thesis {{ ?thesis a <{AM}Thesis> }}"
CONSTRUCT = f"CONSTRUCT WHERE {{ ?thesis a <{AM}Thesis> }}"
MANY = f"SELECT ?statement ?text {{ ?statement <{AM}text> ?text }} ORDER BY ?statement"


def curl(*arguments: str) -> bytes:
    """Return what curl writes; skip where it is not."""
    if shutil.which("curl") is None:
        pytest.skip("no curl on the PATH")
    return subprocess.run(["curl", "-sSf", *arguments], capture_output=True, check=True, timeout=60).stdout


def get(root: str, query: str, *arguments: str) -> bytes:
    return curl("--get", f"{root}/sparql", "--data-urlencode", f"query={query}", *arguments)


@pytest.mark.parametrize(
    ("query", "accept", "start"),
    [
        (SELECT, "text/csv", b"thesis\r\n"),
        (SELECT, "text/tab-separated-values", b"?thesis\n"),
        (SELECT, "application/sparql-results+xml", b"<?xml"),
        (SELECT, "application/json", b"{"),
        (SELECT, "text/html;q=0.9, */*;q=0.1", b"{"),
        (SELECT, "text/csv;q=0.1, text/tab-separated-values;q=0.2", b"?thesis\n"),
        (CONSTRUCT, "application/n-triples", b"<https://"),
        (CONSTRUCT, "application/rdf+xml", b"<?xml"),
    ],
)
def test_curl_gets_the_format_it_accepts(root: str, query: str, accept: str, start: bytes) -> None:
    assert get(root, query, "--header", f"Accept: {accept}").startswith(start)


def test_curl_that_says_nothing_gets_json(root: str) -> None:
    shown = get(root, SELECT, "--output", "/dev/null", "--write-out", "%{content_type}")
    assert shown == b"application/sparql-results+json"


def test_curl_is_told_what_there_is_instead(root: str) -> None:
    arguments = ("--no-fail", "--write-out", "%{http_code}", "--header", "Accept: image/png")
    answer = get(root, SELECT, *arguments)
    assert answer.endswith(b"406")
    assert b"text/csv" in answer


def test_curl_gets_fewer_bytes_with_compressed(root: str, tmp_path: Path) -> None:
    fields = tmp_path / "fields"
    plain = get(root, MANY, "--header", "Accept: text/csv")
    size = ("--output", str(tmp_path / "body"), "--write-out", "%{size_download}")
    sent = get(
        root, MANY, "--header", "Accept: text/csv", "--compressed", "--dump-header", str(fields), *size
    )
    assert (tmp_path / "body").read_bytes() == plain
    assert "content-encoding:" in fields.read_text().lower()
    assert int(sent) < len(plain) / 2


def test_curl_posts_a_file(root: str, tmp_path: Path) -> None:
    file = tmp_path / "thesis.rq"
    file.write_text(SELECT, encoding="utf-8")
    kind = ("--header", "Content-Type: application/sparql-query", "--header", "Accept: text/csv")
    assert b"/claim/" in curl(f"{root}/sparql", "--data-binary", f"@{file}", *kind)
