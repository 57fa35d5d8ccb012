"""Releases: the same each time, in three formats that say the same, and never two of one version."""

import json
import re
import shutil
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from argmap import shipped
from argmap.cli.main import main
from argmap.errors import ReleaseRefused
from argmap.graph.publishing import documents
from argmap.graph.publishing.release import release

PARSERS = {"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld"}
CURRENT = documents.version(documents.terms())
OUTDATED = (
    "the ontology, its page or an alignment has changed since it was released. While nobody has the release: "
    "`make reference` and `argmap publish release --again`; else give it a new version "
    "(docs/publishing.md)"
)
quiet = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the ontology that may be changed, which the package takes for the shipped one."""
    folder = tmp_path / "ontology"
    shutil.copytree("ontology", folder, ignore=shutil.ignore_patterns("releases", "reference"))
    place = shipped.folder

    def elsewhere(name: shipped.ShippedFolder) -> Path:
        return folder if name == "ontology" else place(name)

    monkeypatch.setattr(shipped, "folder", elsewhere)
    return folder


def edit(folder: Path, *changes: tuple[str, str]) -> None:
    path = folder / "argmap.ttl"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def files(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def next_version(prior: str = CURRENT) -> tuple[tuple[str, str], ...]:
    header = Path("ontology/argmap.ttl").read_text(encoding="utf-8")
    named = re.findall(r"^ *owl:priorVersion <.*> ;\n", header, re.MULTILINE)
    return (
        *((line, "") for line in named),
        (f'owl:versionInfo "{CURRENT}"', 'owl:versionInfo "99.0.0"'),
        (f"owl:versionIRI <https://w3id.org/argmap/ontology/{CURRENT}>",
         "owl:versionIRI <https://w3id.org/argmap/ontology/99.0.0> ;\n"
         f"    owl:priorVersion <https://w3id.org/argmap/ontology/{prior}>"),
    )  # fmt: skip


def test_what_is_released_is_what_the_ontology_gives_now(tmp_path: Path) -> None:
    shipped_release = shipped.folder("ontology") / documents.RELEASES / CURRENT
    if not shipped_release.is_dir():
        assert documents.number(CURRENT) > max(map(documents.number, documents.releases()))
        return
    earlier = [each for each in documents.releases() if documents.number(each) < documents.number(CURRENT)]
    for name in earlier:
        shutil.copytree(shipped_release.parent / name, tmp_path / name)
    release(tmp_path)
    assert files(tmp_path / CURRENT) == files(shipped_release), OUTDATED


@quiet
@pytest.mark.parametrize("document", [documents.TERMS, documents.TOGETHER])
@pytest.mark.parametrize("version", documents.releases())
def test_the_formats_say_the_same(version: str, document: str) -> None:
    graphs = [
        Graph().parse(documents.released(version) / f"{document}.{extension}", format=parser)
        for extension, parser in PARSERS.items()
    ]
    assert len(graphs[0]) > 2000
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])


def test_a_release_holds_all_that_its_files_say() -> None:
    whole = Graph()
    for name in ("argmap.ttl", "schemes.ttl"):
        whole.parse(shipped.folder("ontology") / name)
    newest = documents.released(documents.releases()[-1]) / f"{documents.TERMS}.ttl"
    if documents.releases()[-1] == CURRENT:
        assert isomorphic(whole, Graph().parse(newest))


def test_the_first_release_has_none_before_it(own: Path, tmp_path: Path) -> None:
    assert main(["publish", "release", "--to", str(tmp_path / "out")]) == 0
    told = json.loads((tmp_path / "out" / CURRENT / "changes.json").read_text(encoding="utf-8"))
    assert told["previous"] is None
    assert (tmp_path / "out" / CURRENT / "reference.html").is_file()


def test_a_second_release_tells_what_it_changes(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release(tmp_path / "out")
    edit(own, *next_version(), ('rdfs:label "testimony"@en', 'rdfs:label "what a witness says"@en'))
    assert main(["publish", "release", "--to", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert f"Terms since version {CURRENT}: " in said
    assert '- `Testimony` (class)\n  - label: was "testimony", is "what a witness says"' in said
    assert documents.releases(tmp_path / "out") == [CURRENT, "99.0.0"]


def test_releasing_again_what_has_not_changed_writes_the_same(own: Path, tmp_path: Path) -> None:
    release(tmp_path)
    before = files(tmp_path)
    release(tmp_path)
    assert files(tmp_path) == before


def test_a_released_version_is_not_written_over(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release(tmp_path / "out")
    before = files(tmp_path / "out")
    edit(own, ('rdfs:label "testimony"@en', 'rdfs:label "what a witness says"@en'))
    assert main(["publish", "release", "--to", str(tmp_path / "out")]) == 1
    assert f"version {CURRENT}: is released already and says something else" in capsys.readouterr().err
    assert files(tmp_path / "out") == before
    assert main(["publish", "release", "--to", str(tmp_path / "out"), "--again"]) == 0
    assert "what a witness says" in files(tmp_path / "out")[f"{CURRENT}/argmap.ttl"]


def test_the_prior_version_must_be_the_last_release(own: Path, tmp_path: Path) -> None:
    release(tmp_path / "out")
    edit(own, *next_version(prior="77.0.0"))
    with pytest.raises(ReleaseRefused, match=f"owl:priorVersion must be the last release.*{CURRENT}"):
        release(tmp_path / "out")


def test_a_version_that_is_none_is_refused(own: Path, tmp_path: Path) -> None:
    edit(own, (f'owl:versionInfo "{CURRENT}"', 'owl:versionInfo "soon"'))
    with pytest.raises(ReleaseRefused, match="soon: is no version"):
        release(tmp_path / "out")
    assert not (tmp_path / "out").exists()
