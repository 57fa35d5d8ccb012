"""Explanations force what they explain, and none is smaller: on random frameworks, against everything."""

import random
from collections.abc import Iterable

import pytest
from tests.reasoning.explaining.by_hand import part, shows, some_framework, subsets, two_ways

from argmap.errors import BadParameter
from argmap.model.framework import Framework
from argmap.reasoning.acceptability import SEMANTICS, grounded, standing
from argmap.reasoning.acceptability.clock import Clock
from argmap.reasoning.acceptability.explaining import Explanation, explain, first, showing
from argmap.reasoning.acceptability.explaining.shrinking import shrunk
from argmap.reasoning.acceptability.numbered import numbered

SEEDS = range(120)


def test_what_nobody_attacks_explains_itself() -> None:
    found = explain(Framework(("a", "b"), (("a", "b"),)), "a")
    assert (found.label, found.arguments, found.attacks) == ("in", ("a",), ())
    assert found.minimum


def test_what_is_defended_is_explained_by_its_defence() -> None:
    framework = Framework(("a", "b", "c", "d", "e"), (("b", "a"), ("c", "b"), ("d", "b"), ("e", "d")))
    found = explain(framework, "a")
    assert found.arguments == ("a", "b", "c")
    assert found.attacks == (("b", "a"), ("c", "b"))
    assert dict(found.ways[0].because) == {"a": ("b",), "b": ("c",), "c": ()}


def test_what_is_open_is_explained_by_the_circle_that_keeps_it_open() -> None:
    framework = Framework(
        ("a", "b", "c", "d", "e"), (("b", "a"), ("c", "b"), ("b", "c"), ("d", "c"), ("e", "d"))
    )
    found = explain(framework, "a")
    assert (found.label, found.minimum) == ("undecided", True)
    assert found.arguments == ("a", "b", "c", "d", "e")


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_a_label_is_that_of_the_semantics(semantics: str) -> None:
    for seed in SEEDS:
        framework = some_framework(seed)
        stands = standing(framework, semantics)
        for name in framework.arguments:
            found = explain(framework, name, semantics)
            assert found.finished
            assert found.label == stands.labels[name], (framework, name)
            assert stands.count_is_zero or found.credulous == (name in stands.credulous), (framework, name)


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_an_explanation_forces_the_label_whatever_else_of_the_framework_is_there(semantics: str) -> None:
    for seed in SEEDS:
        framework = some_framework(seed, 5)
        for name in framework.arguments:
            found = explain(framework, name, semantics)
            if found.forces:
                refuse_other_labels(framework, found)


def refuse_other_labels(framework: Framework, found: Explanation) -> None:
    """Try all supersets of an explanation in its framework."""
    rest = tuple(name for name in framework.arguments if name not in found.arguments)
    for more in subsets(rest):
        stands = standing(part(framework, more | {*found.arguments}), found.semantics)
        if stands.count_is_zero:
            continue  # without a stable extension nothing is in or out; a conflict is just that
        assert found.manner != "conflict", (framework, found, more)
        assert stands.labels[found.argument] == found.label, (framework, found, more)


def test_only_ways_of_settling_the_whole_are_not_forced_by_a_part() -> None:
    manners = {
        (semantics, found.manner)
        for seed in SEEDS
        for framework in [some_framework(seed)]
        for semantics in SEMANTICS
        for name in framework.arguments
        for found in [explain(framework, name, semantics)]
        if not found.forces
    }
    assert {manner for _, manner in manners} == {"examples"}
    assert {semantics for semantics, _ in manners} == {"stable", "semi-stable", "ideal", "stage"}


def test_a_grounded_explanation_is_the_smallest_that_shows_the_label() -> None:
    for seed in SEEDS:
        framework = some_framework(seed, 5)
        for name in framework.arguments:
            found = explain(framework, name)
            assert found.minimum
            smallest = next(
                each for each in subsets(framework.arguments) if shows(framework, each, name, found.label)
            )
            assert len(found.arguments) == len(smallest), (framework, found, smallest)
            assert shows(framework, {*found.arguments}, name, found.label)


def test_two_ways_are_the_smallest_such_pair() -> None:
    compared = 0
    for seed in SEEDS:
        framework = some_framework(seed)
        for name in framework.arguments:
            found = explain(framework, name, "preferred")
            if found.manner == "ways" and found.minimum:
                compared += 1
                assert len(found.arguments) == min(map(len, two_ways(framework, name)))
                assert [way.labels[name] for way in found.ways] == ["in", "out"]
    assert compared > 20


def test_nothing_can_be_spared_of_what_says_that_it_is_minimal() -> None:
    for seed in SEEDS:
        framework = some_framework(seed, 5)
        for name in framework.arguments:
            found = explain(framework, name)
            for spared in {*found.arguments} - {name}:
                assert not shows(framework, {*found.arguments} - {spared}, name, found.label)


def test_every_reason_that_is_told_gives_the_label() -> None:
    for seed in SEEDS:
        framework = some_framework(seed)
        for name in framework.arguments:
            for semantics in SEMANTICS:
                for way in explain(framework, name, semantics).ways:
                    for each in way.labels.keys() - way.open:
                        near = {way.labels[by] for by in way.because[each]}
                        assert way.labels[each] == (
                            "out" if "in" in near else "undecided" if "undecided" in near else "in"
                        )


def test_points_of_one_thing_count_once() -> None:
    # Two ways to defeat b: through c and d, which are points of one thing, or through e and f, which are not.
    names = ("a", "b", "c", "d", "c2", "e", "f")
    attacks = (("b", "a"), ("c", "b"), ("d", "c"), ("c2", "d"), ("e", "b"), ("f", "e"))
    framework = Framework((*names, "g"), (*attacks, ("g", "f")))
    assert explain(framework, "a").arguments == ("a", "b", "c", "d", "c2")
    one = dict.fromkeys(("e", "f", "g"), "thing")
    assert explain(framework, "a", things=one).arguments == ("a", "b", "e", "f", "g")


def test_what_is_left_out_may_be_open() -> None:
    # Whether o is in or out, a is in; not so where o is undecided, as it is without p and v.
    attacks = (("b", "a"), ("o", "b"), ("c", "b"), ("o", "c"), ("o", "p"), ("p", "o"))
    framework = Framework(("a", "b", "c", "o", "p", "u", "v"), (*attacks, ("u", "u"), ("u", "o"), ("v", "u")))
    found = explain(framework, "a", "preferred")
    assert (found.label, found.manner, found.minimal) == ("in", "cases", True)
    refuse_other_labels(framework, found)
    assert found.arguments == ("a", "b", "c", "o", "p")


def test_what_is_found_in_a_hurry_shows_the_label_and_none_of_its_parts_does() -> None:
    for seed in SEEDS:
        framework = some_framework(seed, 5)
        numbers, labels = numbered(framework), grounded(framework)
        ordered = [labels[name] for name in framework.arguments]
        for at, name in enumerate(framework.arguments):
            begin = first.undecided if labels[name] == "undecided" else first.settled
            start = begin(numbers, ordered, first.stages(numbers, ordered), at)
            assert shows(framework, named(framework, start), name, labels[name])
            left = shrunk(showing.shows(numbers, at, labels[name]), start, {at}, Clock(10))
            members = named(framework, left.members)
            assert left.minimal
            assert shows(framework, members, name, labels[name])
            assert not any(
                shows(framework, members - {spared}, name, labels[name]) for spared in members - {name}
            )


def named(framework: Framework, numbers: Iterable[int]) -> set[str]:
    return {framework.arguments[number] for number in numbers}


def hard(size: int) -> Framework:
    """Return a framework in which what is in can be defended in very many ways, that share parts."""
    chance = random.Random(7)
    names = [f"a{number}" for number in range(size)]
    attacks = set()
    for at in range(2, size):
        attacks |= {(names[chance.randrange(max(0, at - 60), at)], names[at]) for _ in range(4)}
    return Framework(tuple(names), tuple(sorted(attacks)))


def test_without_the_time_for_the_smallest_there_is_one_of_which_nothing_can_be_spared() -> None:
    framework = hard(3_000)
    labels = grounded(framework)
    name = next(name for name in reversed(framework.arguments) if labels[name] == "in")
    found = explain(framework, name, seconds=0.001)
    assert found.hurried
    assert not found.minimum
    members = {*found.arguments}
    assert grounded(part(framework, members))[name] == "in"
    assert len(members) < 3_000


def test_there_is_no_other_semantics() -> None:
    with pytest.raises(BadParameter, match="semantics"):
        explain(Framework(("a",)), "a", "naive")
