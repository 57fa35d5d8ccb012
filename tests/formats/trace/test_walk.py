"""Every simple path is walked, none twice, and never too many."""

import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.trace.reading import names, support, trace

from argmap.formats.json_text import json_text
from argmap.formats.trace import size, walk

Graph = Mapping[str, Sequence[str]]
NODES = "abcdef"


def brute_force(graph: Graph, path: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield every simple path that begins so and cannot go on, without its first thing."""
    further = [node for node in sorted(graph.get(path[-1], ())) if node not in path]
    for node in further:
        yield from brute_force(graph, (*path, node))
    if not further and len(path) > 1:
        yield list(path[1:])


@given(st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=18))
@settings(max_examples=300, deadline=None)
def test_the_paths_are_those_of_a_brute_force_search(steps: set[tuple[str, str]]) -> None:
    graph = {node: [b for a, b in steps if a == node] for node in NODES}
    document = trace("a", support({*steps, ("a", "b")})).document
    expected = list(brute_force({**graph, "a": sorted({*graph["a"], "b"})}, ("a",)))
    assert names(document) == expected
    assert (document["total"], "truncated" in document) == (len(expected), False)


def test_a_circle_is_walked_once_and_said_to_be_one() -> None:
    document = trace("a", support([("a", "b"), ("b", "c"), ("c", "a")])).document
    assert names(document) == [["b", "c"]]
    assert document["hops"][0]["hops"] == [
        {**document["hops"][0]["hops"][0], "circular": True},
    ]


def test_what_supports_itself_says_so() -> None:
    document = trace("a", support([("a", "a"), ("a", "b")])).document
    assert (names(document), document["circular"]) == ([["b"]], True)


@pytest.mark.parametrize("size", [12, 60])
def test_more_paths_than_could_be_counted_are_cut_off_in_no_time(size: int) -> None:
    """Twelve statements that all support one another make ten million simple paths."""
    everybody = [f"s{number}" for number in range(size)]
    asked = trace("s0", support((a, b) for a in everybody for b in everybody if a != b))
    started = time.perf_counter()
    document = asked.document
    assert time.perf_counter() - started < 5  # it takes a tenth of a second where nothing else runs
    assert asked.truncated
    assert [hop["id"][-2:] for hop in document["hops"][:2]] == ["s1", "s10"[-2:]]
    assert len(document["hops"]) == size - 1, "what is near comes first, and whole"


def test_what_is_cut_off_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MAX_HOPS", 4)
    document = trace("a", support([("a", "b"), ("a", "c"), ("b", "d"), ("b", "e"), ("c", "f")])).document
    assert names(document) == [["b", "d"], ["b", "e"], ["c"]]
    assert [hop.get("truncated") for hop in document["hops"]] == [None, True]
    assert (document["truncated"], document["total"]) == (True, 3)


def test_a_thing_with_more_steps_than_there_is_room_for_shows_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(walk, "MAX_HOPS", 2)
    document = trace("a", support([("a", "b"), ("a", "c"), ("a", "d")])).document
    assert (names(document), document["truncated"]) == ([["b"], ["c"]], True)


def ladder(chain: int, levels: int, text: str) -> str:
    """Return a chain of statements, then levels of two of which each rests on both of the next."""
    steps = [(f"s{number}", f"s{number + 1}") for number in range(chain)]
    rungs = [[f"s{chain}"], *([f"l{level}", f"r{level}"] for level in range(levels))]
    steps += [(a, b) for above, below in pairwise(rungs) for a in above for b in below]
    return support(steps).replace('am:text "', f'am:text "{text} ')


# Long texts, deep lines, many names in a row of the table.
@pytest.mark.parametrize(
    ("chain", "levels", "text"), [(20, 9, "wet " * 400), (150, 9, ""), (60, 9, "wet " * 50)]
)
def test_no_form_of_a_trace_grows_beyond_its_budget(
    monkeypatch: pytest.MonkeyPatch, chain: int, levels: int, text: str
) -> None:
    whole = trace("s0", ladder(chain, levels, text))
    assert not whole.truncated
    assert len(json_text(whole.document)) > 1_000_000
    monkeypatch.setattr(size, "MAX_SIZE", 400_000)
    cut = trace("s0", ladder(chain, levels, text))
    forms = [json_text(cut.document), cut.csv(), cut.markdown()]
    assert max(map(len, forms)) < 500_000
    assert max(map(len, forms)) > 100_000, "what there is room for is there"
    assert b'"truncated": true' in forms[0].partition(b'"hops"')[0]
    assert b",true," in forms[1]
    shown, all_paths = names(cut.document), names(whole.document)
    assert len(shown) == cut.total < len(all_paths)
    assert max(map(len, shown)) - min(map(len, shown)) < 2, "level by level"
    assert all(any(path[: len(part)] == part for path in all_paths) for part in shown)


def test_the_table_has_a_budget_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """One long text is said once in the document, and in every row."""
    data = support([("a", "b"), *(("b", f"s{number}") for number in range(300))])
    data = data.replace('"b"', f'"{"wet " * 2000}"') + "".join(
        f":s{number} am:citesNote :n{number} . :n{number} a am:Footnote ; am:noteNumber {number} ."
        for number in range(300)
    )
    notes = "".join(f":b am:citesNote :n{number} ." for number in range(300))
    monkeypatch.setattr(size, "MAX_SIZE", 400_000)
    cut = trace("a", data + notes)
    assert cut.truncated
    assert len(cut.csv()) < 400_000
    assert len(json_text(cut.document)) < 100_000


def test_a_path_of_three_thousand_hops_is_cut() -> None:
    document = trace("s0", support((f"s{a}", f"s{b}") for a, b in pairwise(range(3000)))).document
    assert [len(path) for path in names(document)] == [walk.MAX_LENGTH - 1]
    assert document["truncated"]


def test_paths_as_long_as_may_be_are_whole() -> None:
    document = trace("s0", support((f"s{a}", f"s{b}") for a, b in pairwise(range(walk.MAX_LENGTH)))).document
    assert "truncated" not in document


def test_what_plays_no_part_in_a_trace_is_no_step() -> None:
    document = trace("a", support([("a", "b")]) + ":a am:directlySupportedBy :unheard .").document
    assert names(document) == [["b"]]
