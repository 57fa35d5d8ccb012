from pathlib import Path

import pytest
from tests.graph.conftest import TINY

from argmap.errors import CheckFailed, InputError
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.vocabulary import GRAPH

ASK_SUPPORT = """
PREFIX am: <https://w3id.org/argmap/ontology#>
PREFIX claim: <https://w3id.org/argmap/id/tiny-2020/claim/>
PREFIX evidence: <https://w3id.org/argmap/id/tiny-2020/evidence/>
ASK {
  GRAPH <https://w3id.org/argmap/graph/inferred> {
    claim:bridge-should-be-built am:supportedBy evidence:rare-floods
  }
}
"""


def _yes(graph: ArgumentMap, text: str) -> bool:
    return bool(graph.sparql(text).raw)


def test_every_file_fills_its_graph(tiny: ArgumentMap) -> None:
    assert tiny.store.graphs() == {
        GRAPH + name for name in ("tiny-2020", "shared", "ontology", "inferred", "evaluation", "description")
    }


def test_what_follows_is_in_the_inferred_graph(tiny: ArgumentMap) -> None:
    assert _yes(tiny, ASK_SUPPORT)


def test_what_is_asserted_is_not_inferred_again(tiny: ArgumentMap) -> None:
    twice = (
        "ASK { GRAPH <https://w3id.org/argmap/graph/inferred> { ?s ?p ?o } "
        "GRAPH ?other { ?s ?p ?o } FILTER(?other != <https://w3id.org/argmap/graph/inferred>) }"
    )
    assert not _yes(tiny, twice)


def test_an_articles_folder_alone_comes_with_what_lies_beside_it(tiny: ArgumentMap) -> None:
    assert len(build([TINY / "tiny-2020"], check=False).store) == len(tiny.store)


def test_an_articles_folder_may_hold_its_own_sources_and_agents(copy: Path, tiny: ArgumentMap) -> None:
    for name in ("agents.ttl", "sources.ttl"):
        (copy / name).rename(copy / "tiny-2020" / name)
    assert build([copy / "tiny-2020"], check=False).store.graphs() == tiny.store.graphs()


def test_the_digest_changes_with_the_data_and_with_nothing_else(copy: Path, tiny: ArgumentMap) -> None:
    assert build([copy], check=False).digest == tiny.digest
    file = copy / "agents.ttl"
    file.write_text(file.read_text().replace('"Ada Maker"', '"Ada B. Maker"'))
    assert build([copy], check=False).digest != tiny.digest


def test_two_builds_say_the_same(tiny: ArgumentMap) -> None:
    everything = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o"
    first, second = (graph.sparql(everything) for graph in (tiny, build([TINY], check=False)))
    assert first.write(first.formats[0]) == second.write(second.formats[0])


def test_the_shipped_article_is_built_by_default() -> None:
    assert GRAPH + "kuperman-1996" in build(check=False).store.graphs()


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        build([tmp_path / "none"])


def test_a_folder_without_turtle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no Turtle file"):
        build([tmp_path])


def test_a_file_that_is_no_turtle_is_named_with_its_line(copy: Path) -> None:
    file = copy / "tiny-2020/notes.ttl"
    file.write_text(file.read_text() + "\nsource:x a am:Book\n")
    with pytest.raises(InputError) as caught:
        build([copy], check=False)
    assert caught.value.file == str(file)
    assert caught.value.line is not None


@pytest.mark.usefixtures("cache")
def test_an_asserted_shortcut_is_refused(copy: Path) -> None:
    file = copy / "tiny-2020/argument.ttl"
    file.write_text(file.read_text() + "\nclaim:bridge-saves-time am:supportedBy evidence:low-cost .\n")
    with pytest.raises(CheckFailed) as caught:
        build([copy])
    assert any("supportedBy" in str(finding) for finding in caught.value.findings)


@pytest.mark.usefixtures("cache")
def test_a_thing_of_which_nothing_is_said_is_refused(copy: Path) -> None:
    file = copy / "tiny-2020/argument.ttl"
    file.write_text(
        file.read_text().replace("am:hasPremise evidence:low-cost", "am:hasPremise evidence:low-csot")
    )
    with pytest.raises(CheckFailed, match="low-csot"):
        build([copy])


def test_what_has_passed_is_not_checked_again(cache: Path) -> None:
    told: list[str] = []
    digest = build([TINY], progress=told.append).digest
    assert (cache / "passed" / digest).is_file()
    again: list[str] = []
    build([TINY], progress=again.append)
    assert any("checking" in line for line in told)
    assert not any("checking" in line for line in again)


def test_a_cache_that_cannot_be_written_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "file"))
    assert len(build([TINY]).store) > 0
