"""Large frameworks, and answers that are not finished: they say so, and why."""

import threading
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest
from tests.reasoning.acceptability.frameworks import chain, cycles, grid, sparse

from argmap.errors import BadParameter, FaultyFramework, NotFound
from argmap.model.framework import Framework
from argmap.reasoning.acceptability import (
    SEMANTICS,
    Standings,
    accepted,
    encodings,
    extensions,
    grounded,
    standing,
)
from argmap.reasoning.acceptability.clock import Clock
from argmap.reasoning.acceptability.numbered import Numbered

LISTING = import_module("argmap.reasoning.acceptability.extensions")
HARD = sparse(2000, 8000)  # it takes minutes under any semantics but the grounded one


@pytest.mark.parametrize("size", [10_000, 100_000])
def test_a_long_chain_is_labelled_in_turns(size: int) -> None:
    labels = grounded(chain(size))
    assert [labels[str(number)] for number in range(4)] == ["in", "out", "in", "out"]
    assert labels[str(size - 1)] == "out"


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_ten_thousand_arguments_in_a_chain_are_judged_under_every_semantics(semantics: str) -> None:
    found = standing(chain(10_000), semantics)
    assert found.finished
    assert len(found.sceptical) == len(found.credulous) == 5_000
    assert len(extensions(chain(10_000), semantics).extensions) == 1


@pytest.mark.parametrize(
    ("semantics", "credulous"),
    [("complete", 10_000), ("preferred", 10_000), ("stable", 10_000), ("ideal", 0), ("stage", 10_000)],
)
def test_a_grid_of_ten_thousand_is_judged_though_its_extensions_cannot_be_listed(
    semantics: str, credulous: int
) -> None:
    found = standing(grid(100), semantics, seconds=60)
    assert found.finished
    assert (len(found.credulous), found.sceptical) == (credulous, frozenset())


def test_circles_of_four_multiply_and_are_judged_one_by_one() -> None:
    found = extensions(cycles(40, 4), "preferred", most=100)
    assert not found.finished
    assert found.because == "there are more than 100 extensions"
    assert len(set(found.extensions)) == 100
    assert all(len(each) == 20 for each in found.extensions)
    assert len(standing(cycles(40, 4), "semi-stable").credulous) == 40


def test_just_as_many_extensions_as_may_be_listed_are_all() -> None:
    assert extensions(cycles(12, 4), "stable", most=8).finished
    assert not extensions(cycles(12, 4), "stable", most=7).finished


def test_one_part_without_a_stable_extension_leaves_none_however_many_the_others_have() -> None:
    even, odd = cycles(40, 4), Framework(("x", "y", "z"), (("x", "y"), ("y", "z"), ("z", "x")))
    both = Framework(even.arguments + odd.arguments, even.attacks + odd.attacks)
    found = extensions(both, "stable", most=5)
    assert (found.extensions, found.finished) == ((), True)
    assert accepted(both, "0", "stable", "sceptical").count_is_zero


@pytest.mark.parametrize("semantics", ["complete", "preferred", "semi-stable", "ideal", "stage"])
def test_what_takes_too_long_is_not_finished_and_says_nothing(semantics: str) -> None:
    start = time.monotonic()
    found = standing(HARD, semantics, seconds=0.5)
    assert time.monotonic() - start < 3
    assert found == Standings(semantics, finished=False, because="it takes more than 0.5 seconds")


def test_a_list_that_is_not_finished_says_so() -> None:
    found = extensions(HARD, "preferred", seconds=0.3)
    assert not found.finished
    assert found.because == "it takes more than 0.3 seconds"


def test_a_question_that_takes_too_long_is_not_answered() -> None:
    answer = accepted(HARD, HARD.arguments[0], "stage", "sceptical", seconds=0.3)
    assert (answer.finished, answer.because) == (False, "it takes more than 0.3 seconds")


def test_the_grounded_semantics_needs_no_time_limit() -> None:
    assert standing(chain(1000), "grounded", seconds=0).finished
    assert extensions(chain(1000), "grounded", seconds=0).finished


def test_what_is_too_large_to_be_searched_is_refused_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "MOST_ATTACKS", 3)
    found = standing(cycles(4, 4), "preferred")
    assert found.because == "4 attacks hang together; no more than 3 are searched"


def test_extensions_that_name_too_much_are_not_listed_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LISTING, "MOST_NAMED", 50)
    found = extensions(cycles(40, 4), "preferred", most=100)
    assert not found.finished
    assert found.extensions
    assert sum(map(len, found.extensions)) <= 50


def test_no_other_part_is_begun_when_the_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = list[Sequence[int]]()
    search = LISTING._family

    def late(framework: Numbered, part: Sequence[int], semantics: str, clock: Clock, limit: int) -> object:
        begun.append(part)
        monkeypatch.setattr(clock, "_end", 0.0)
        return search(framework, part, semantics, clock, limit)

    monkeypatch.setattr(LISTING, "_family", late)
    found = extensions(cycles(40, 4), "preferred")
    assert len(begun) == 1
    assert (found.finished, found.extensions) == (False, ())
    assert found.because == "it takes more than 10 seconds"


def test_threads_do_not_disturb_one_another() -> None:
    framework = sparse(300, 450)
    expected = standing(framework, "preferred")
    found = list[Standings]()
    threads = [
        threading.Thread(target=lambda: found.append(standing(framework, "preferred"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are not told here (no /proc)")
def test_a_search_that_is_given_up_leaves_no_thread_behind() -> None:
    before = len(_tasks())
    standing(HARD, "stage", seconds=0.2)
    assert len(_tasks()) <= before  # one of an earlier test may have ended meanwhile


def test_a_semantics_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(
        BadParameter, match=r'semantics: there is no "admissible"\. There are grounded, complete'
    ):
        standing(chain(2), "admissible")


def test_an_argument_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(NotFound, match=r'no such thing "bridg"\. Nearest: bridge\.'):
        accepted(Framework(("bridge",)), "bridg", "stable", "credulous")


@pytest.mark.parametrize(
    ("arguments", "attacks", "said"),
    [
        (("a", "a"), (), 'the argument "a" is there twice'),
        (("a", "b"), (("a", "b"), ("a", "b")), '"a" attacks "b" twice'),
        (("a",), (("a", "c"),), '"a" attacks "c", but "c" is no argument of the framework'),
    ],
)
def test_what_is_no_framework_cannot_be_made(
    arguments: tuple[str, ...], attacks: tuple[tuple[str, str], ...], said: str
) -> None:
    with pytest.raises(FaultyFramework, match=said):
        Framework(arguments, attacks)


def _tasks() -> list[Path]:
    """Return the threads of this process, those that Python does not know included."""
    return list(Path("/proc/self/task").iterdir())
