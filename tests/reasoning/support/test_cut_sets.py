"""Cut sets where there are many: the size gives way, and what is found is still all of its size."""

from itertools import combinations

from argmap.model.support import Citing, Step, SupportGraph
from argmap.reasoning.support import cut_sets, read

PAIRS = 12


def convergent(lines: int) -> SupportGraph:
    """A claim with as many arguments as lines, each from two cited premises: it has 2 ** lines cut sets."""
    steps, citings = [], []
    for n in range(lines):
        steps.append(Step(f"a{n}", "claim", frozenset({f"p{n}", f"q{n}"})))
        citings += [Citing(f"{p}{n}", f"{p.upper()}{n}", "note") for p in "pq"]
    names = frozenset({"claim", *(citing.statement for citing in citings)})
    return SupportGraph(names, tuple(citings), tuple(steps))


def test_each_argument_has_to_lose_one_of_its_premises() -> None:
    system, _ = read(convergent(3), "stands")
    found = cut_sets(system, "claim", 3)
    assert found.size == 3
    assert set(found.sets) == {
        frozenset({f"{a}0", f"{b}1", f"{c}2"}) for a in "PQ" for b in "PQ" for c in "PQ"
    }


def test_no_set_is_found_that_is_larger_than_asked_for() -> None:
    system, _ = read(convergent(4), "stands")
    assert cut_sets(system, "claim", 3).sets == ()


def test_where_the_budget_ends_the_size_gives_way() -> None:
    linked = SupportGraph(
        frozenset({"claim", "p"}),
        tuple(Citing("p", f"S{n}", "note") for n in range(2)),
        (Step("a", "claim", frozenset({"p"})),),
    )
    system, _ = read(linked, "stands")
    assert cut_sets(system, "claim", 3, budget=1).size == 1
    assert cut_sets(system, "claim", 3).sets == (frozenset({"S0", "S1"}),)


def test_what_is_not_supported_is_cut_by_nothing() -> None:
    circle = SupportGraph(
        frozenset({"s", "p"}), (), (Step("a", "s", frozenset({"p"})), Step("b", "p", frozenset({"s"})))
    )
    system, _ = read(circle, "stands")
    assert cut_sets(system, "s", 3).sets == (frozenset(),)


def test_what_is_given_is_cut_by_no_source() -> None:
    system, _ = read(SupportGraph(frozenset({"s"})), "stands")
    assert cut_sets(system, "s", 3).sets == ()


def test_all_minimal_pairs_of_two_full_families_are_found() -> None:
    citings = [Citing(f"p{n}", f"P{n}", "note") for n in range(PAIRS)]
    citings += [Citing(f"q{n}", f"Q{n}", "note") for n in range(PAIRS)]
    steps = (
        Step("a", "claim", frozenset(f"p{n}" for n in range(PAIRS))),
        Step("b", "claim", frozenset(f"q{n}" for n in range(PAIRS))),
    )
    names = frozenset({"claim", *(citing.statement for citing in citings)})
    system, _ = read(SupportGraph(names, tuple(citings), steps), "stands")
    expected = [
        pair for pair in combinations(sorted(c.source for c in citings), 2) if pair[0][0] != pair[1][0]
    ]
    assert set(cut_sets(system, "claim", 2).sets) == set(map(frozenset, expected))
