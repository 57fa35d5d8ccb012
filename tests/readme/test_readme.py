"""The README's commands, questions and example do what it says."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from argmap.formats.registry import RESULTS
from argmap.formats.trace import paths
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.graph.check import check

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(
    r"### (.+?)\n.*?```sh\n(.*?)\n```.*?```sparql\n(.*?)```.*?```csv\n(.*?)```", README, flags=re.DOTALL
)
each_question = pytest.mark.parametrize(
    ("curl", "query", "table"), [found[1:] for found in QUESTIONS], ids=[found[0][:2] for found in QUESTIONS]
)


def test_there_are_five_questions() -> None:
    assert len(QUESTIONS) == 5


@each_question
def test_sparql_gives_the_table_in_the_readme(
    curl: str, query: str, table: str, shipped: ArgumentMap
) -> None:
    csv = next(format for format in RESULTS if format.media_type == "text/csv")
    assert shipped.sparql(query).write(csv).decode().replace("\r\n", "\n") == table


@each_question
def test_curl_gives_what_the_table_says(curl: str, query: str, table: str, root: str) -> None:
    if shutil.which("curl") is None:
        pytest.skip("no curl on the PATH")
    command = curl.replace("http://127.0.0.1:8000", root).replace("curl ", "curl --silent --fail ", 1)
    answer = subprocess.run(command, shell=True, capture_output=True, text=True, check=True).stdout
    first_row = table.splitlines()[1].split(",")
    assert all(value.strip('"') in answer for value in first_row)


@each_question
def test_curl_can_post_the_query(curl: str, query: str, table: str, root: str, tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        pytest.skip("no curl on the PATH")
    (tmp_path / "FILE").write_text(query, encoding="utf-8")
    command = ["curl", "-sf", f"{root}/sparql", "--data-urlencode", "query@FILE", "-H", "Accept: text/csv"]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout.decode()
    assert answer.replace("\r\n", "\n") == table


def test_the_example_article_is_sound_and_traces_to_its_source(tmp_path: Path) -> None:
    example = re.search(r"```turtle\n(.*?)```", README, flags=re.DOTALL)
    assert example is not None
    folder = tmp_path / "mine" / "my-article"
    folder.mkdir(parents=True)
    (folder / "article.ttl").write_text(example[1], encoding="utf-8")
    assert check([tmp_path / "mine"]) == []
    trace = build([tmp_path / "mine"], check=False).answer(
        "claims/trace", {"claim": "my-article/claim/tea-calms"}
    )
    assert {path[-1]["label"] for path in paths(trace.document)} == {"A trial of tea"}


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_make_target_named_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`?make ([a-z]+)\b", README)) - {"one"}
    assert {"serve", "test"} <= named
    assert [name for name in named if f"\n{name}:" not in makefile] == []
