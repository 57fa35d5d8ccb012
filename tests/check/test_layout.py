"""Which files are data, and which graph they fill."""

from pathlib import Path

from argmap.graph.layout import DataFile, data_files
from argmap.vocabulary import GRAPH

GOOD = Path(__file__).parent / "good"


def test_folder_of_articles() -> None:
    assert data_files([GOOD]) == [
        DataFile(GOOD / "agents.ttl", None),
        DataFile(GOOD / "doe-2001" / "argument.ttl", "doe-2001"),
        DataFile(GOOD / "doe-2001" / "article.ttl", "doe-2001"),
        DataFile(GOOD / "doe-2001" / "notes.ttl", "doe-2001"),
        DataFile(GOOD / "sources.ttl", None),
    ]


def test_article_brings_the_shared_files_beside_it() -> None:
    beside = [file.path.name for file in data_files([GOOD / "doe-2001"]) if file.beside]
    assert beside == ["agents.ttl", "sources.ttl"]


def test_single_file_belongs_to_its_folder() -> None:
    asked = [file for file in data_files([GOOD / "doe-2001" / "notes.ttl"]) if not file.beside]
    assert asked == [DataFile(GOOD / "doe-2001" / "notes.ttl", "doe-2001")]


def test_file_asked_for_twice_is_read_once() -> None:
    paths = [GOOD, GOOD / "doe-2001", GOOD / "doe-2001" / ".." / "doe-2001"]
    assert len(data_files(paths)) == len(data_files([GOOD]))
    assert not any(file.beside for file in data_files(paths))


def test_graphs() -> None:
    assert DataFile(Path("data/sources.ttl"), None).graph == f"{GRAPH}shared"
    assert DataFile(Path("data/x/notes.ttl"), "x").graph == f"{GRAPH}x"
    assert DataFile(Path("data/x/provenance.ttl"), "x").graph == f"{GRAPH}x/provenance"


def test_hidden_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".draft").mkdir()
    (tmp_path / ".draft" / "notes.ttl").touch()
    assert data_files([tmp_path]) == []
