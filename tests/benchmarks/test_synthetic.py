"""The made-up articles of the benchmarks are ones that the checks would let an author publish."""

from pathlib import Path

from bench.synthetic import own_work, thesis, write

from argmap.graph.build import build
from argmap.graph.check import check


def test_made_up_articles_break_no_rule(tmp_path: Path) -> None:
    findings = check([write(12, tmp_path)])

    assert [finding for finding in findings if finding.severity == "error"] == []


def test_same_number_gives_same_article(tmp_path: Path) -> None:
    few, many = write(2, tmp_path / "few"), write(3, tmp_path / "many")

    for number in (1, 2):
        article = Path(f"synthetic-{number}", "article.ttl")
        assert (few / article).read_bytes() == (many / article).read_bytes()


def test_thesis_of_a_made_up_article_traces_to_its_own_work(tmp_path: Path) -> None:
    graph = build([write(1, tmp_path)], check=False)

    document = graph.answer("claims/trace", {"claim": thesis(1)}).json("http://x").decode()

    assert f"/id/{own_work(1)}" in document
