"""Circles: they hold nothing up, and a long one or a deep chain is gone through all the same."""

from argmap.model.support import Citing, Step, SupportGraph, Withdrawal
from argmap.reasoning.support import impact, read
from argmap.reasoning.support.circles import circles, components

NOTHING = Withdrawal()
LOST = Withdrawal(sources=frozenset({"A"}))


def chain(length: int, *, closed: bool) -> SupportGraph:
    """Each statement rests on the next; the last on the source A and, if closed, on the first."""
    steps = [Step(f"a{n}", f"s{n}", frozenset({f"s{n + 1}"})) for n in range(length - 1)]
    if closed:
        steps.append(Step("back", f"s{length - 1}", frozenset({"s0"})))
    names = frozenset(f"s{n}" for n in range(length))
    return SupportGraph(names, (Citing(f"s{length - 1}", "A", "n1"),), tuple(steps))


def test_a_circle_falls_with_what_held_it_up() -> None:
    graph = chain(3, closed=True)
    assert {fate.status for fate in impact(graph, NOTHING).values()} == {"unaffected"}
    assert {fate.status for fate in impact(graph, LOST).values()} == {"unsupported"}


def test_the_line_that_closes_a_circle_is_none_and_is_not_lost() -> None:
    (lost,) = impact(chain(3, closed=True), LOST)["s2"].lost
    assert lost.line.source == "A"


def test_a_line_is_lost_where_its_ground_rests_on_the_statement_now() -> None:
    graph = SupportGraph(
        frozenset({"s", "p"}),
        (Citing("s", "A", "n1"), Citing("p", "B", "n2")),
        (Step("up", "s", frozenset({"p"})), Step("down", "p", frozenset({"s"}))),
    )
    fate = impact(graph, Withdrawal(sources=frozenset({"B"})))["s"]
    assert fate.status == "weakened"
    assert [(lost.line.argument, lost.through) for lost in fate.lost] == [("up", frozenset({"p"}))]


def test_a_deep_chain_needs_no_recursion() -> None:
    fates = impact(chain(20_000, closed=False), LOST)
    assert {fate.status for fate in fates.values()} == {"unsupported"}


def test_components_come_after_what_they_rest_on() -> None:
    system, _ = read(chain(4, closed=False), "stands")
    assert components(system) == [frozenset({f"s{n}"}) for n in (3, 2, 1, 0)]
    assert circles(system) == []
