"""`argmap anchor`: what is in a copy, what is kept of it, and what is refused."""

import json
import os
import stat
from pathlib import Path

import pytest
from tests.anchors import made_up
from tests.anchors.made_up import ARTICLE, SALT, TEXT_FILE

from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data of an invented article with anchors."""
    return made_up.write_with_anchors(tmp_path_factory.mktemp("anchored") / "data")


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch, cache: str, tmp_path: Path) -> None:
    monkeypatch.setenv("ARGMAP_CACHE", cache)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    file = tmp_path / TEXT_FILE
    file.write_text(made_up.article().text, encoding="utf-8")
    return file


def anchor(data: Path, copy: Path, *more: str) -> int:
    return main(["anchor", str(copy), "--article", ARTICLE, "--data", str(data), *more])


def test_a_whole_copy(data: Path, copy: Path, capsys: Captured) -> None:
    assert anchor(data, copy) == 0
    assert capsys.readouterr().out == f"{len(made_up.article().passages)} found, 0 moved, 0 missing\n"


def test_a_copy_with_a_paragraph_missing_and_one_moved(data: Path, copy: Path, capsys: Captured) -> None:
    paragraphs = made_up.article().paragraphs
    copy.write_text("\n\n".join([*paragraphs[:3], *paragraphs[4:9], *paragraphs[10:], paragraphs[9]]))
    assert anchor(data, copy) == 1
    tally, *lines = capsys.readouterr().out.splitlines()
    assert tally.endswith(f"{len([line for line in lines if line.startswith('missing')])} missing")
    assert {line.split(",")[0] for line in lines} == {"missing  Paragraph 4", "moved    Paragraph 10"}
    assert all(" of the copy" in line for line in lines if line.startswith("moved"))


def test_for_programs_and_without_the_wording(data: Path, copy: Path, capsys: Captured) -> None:
    assert anchor(data, copy, "--format", "json") == 0
    out = capsys.readouterr().out
    answer = json.loads(out)
    assert (answer["article"], answer["found"], answer["copy"]["same"]) == (
        ARTICLE,
        len(answer["passages"]),
        True,
    )
    assert "wording" not in out


def test_what_is_kept_is_its_owners_alone(data: Path, copy: Path, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "kept.json"
    file.write_text("before")
    file.chmod(0o644)
    old = os.umask(0)
    try:
        assert anchor(data, copy, "--output", str(file)) == 0
    finally:
        os.umask(old)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    first = json.loads(file.read_text(encoding="utf-8"))["passages"][0]
    assert made_up.article().text.startswith(first["wording"])
    assert str(file) in capsys.readouterr().err


def test_it_is_kept_in_the_users_data_folder(data: Path, copy: Path, tmp_path: Path) -> None:
    assert anchor(data, copy, "--keep") == 0
    kept = tmp_path / "home" / "argmap" / "wording" / f"{ARTICLE}.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_nothing_is_kept_in_a_repository(data: Path, copy: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    file = tmp_path / "repository" / "deep" / "kept.json"
    assert anchor(data, copy, "--output", str(file)) == 2
    assert "lies in a git repository" in capsys.readouterr().err
    assert not file.parent.exists()


def test_a_copy_of_something_else(data: Path, copy: Path, capsys: Captured) -> None:
    copy.write_text(made_up.filler(20_000))
    assert anchor(data, copy) == 1
    said = capsys.readouterr().err
    assert f"0 of {len(made_up.article().passages)} passages found: this does not look like a copy of" in said
    assert '"An Invented Article" (invented-1901)' in said


def test_an_article_without_anchors(copy: Path, tiny: str, capsys: Captured) -> None:
    assert main(["anchor", str(copy), "--article", "tiny-2020", "--data", tiny]) == 1
    assert "tiny-2020: the article has no anchors. They are made" in capsys.readouterr().err


def test_an_unknown_article(data: Path, copy: Path, capsys: Captured) -> None:
    assert main(["anchor", str(copy), "--article", "invented-1902", "--data", str(data)]) == 1
    assert "Nearest: invented-1901" in capsys.readouterr().err


def test_a_file_that_is_not_there(data: Path, tmp_path: Path, capsys: Captured) -> None:
    assert anchor(data, tmp_path / "none.txt") == 2
    assert "there is no file or folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--make", "--keep"], "--make: writes Turtle"),
        (["--salt", SALT.hex()], "--salt: is for --make"),
        (["--make", "--salt", "ab"], "is not at least 32 characters"),
        (["--keep", "--output", "x.json"], "give one"),
    ],
)
def test_options_that_do_not_go_together(
    data: Path, copy: Path, capsys: Captured, options: list[str], message: str
) -> None:
    assert anchor(data, copy, *options) == 2
    assert message in capsys.readouterr().err


def test_anchors_are_the_same_each_time_for_the_same_salt(data: Path, copy: Path, capsys: Captured) -> None:
    assert anchor(data, copy, "--make") == 0
    made = capsys.readouterr().out
    assert made == (data / ARTICLE / "anchors.ttl").read_text(encoding="utf-8")
    assert anchor(data, copy, "--make", "--salt", bytes(16).hex()) == 0
    assert made != capsys.readouterr().out


def test_anchors_hold_no_words_of_the_text(data: Path) -> None:
    turtle = (data / ARTICLE / "anchors.ttl").read_text(encoding="utf-8").lower()
    words = {word.lower() for word in made_up.article().text.split() if word.isalpha() and len(word) > 6}
    assert [word for word in words if word in turtle] == []


def test_anchors_are_not_made_of_another_text(data: Path, copy: Path, capsys: Captured) -> None:
    copy.write_text(made_up.filler(100_000))
    assert anchor(data, copy, "--make") == 1
    assert "is not the text that the anchors there are were made from" in capsys.readouterr().err
