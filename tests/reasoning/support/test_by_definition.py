"""On thousands of random graphs, the fast way gives what the definitions say, word for word."""

from hypothesis import given, settings
from tests.reasoning.support import by_the_definition
from tests.reasoning.support.graphs import STATEMENTS, graphs, objections, readings, withdrawals

from argmap.model.objection import Objection
from argmap.model.support import Line, SupportGraph, Uncited, Withdrawal
from argmap.reasoning.support import cut_sets, impact, lone_sources, read
from argmap.reasoning.support.objections import revived, strengthened

MANY = settings(max_examples=1500, deadline=None)


@MANY
@given(graphs, withdrawals, readings)
def test_every_statement_meets_the_fate_that_is_defined(
    graph: SupportGraph, withdrawal: Withdrawal, uncited: Uncited
) -> None:
    found = {name: fate.status for name, fate in impact(graph, withdrawal, uncited).items()}
    assert found == by_the_definition.statuses(graph, withdrawal, uncited)


@MANY
@given(graphs, withdrawals, readings)
def test_the_lines_that_go_and_stay_are_those_that_are_defined(
    graph: SupportGraph, withdrawal: Withdrawal, uncited: Uncited
) -> None:
    before = by_the_definition.World(graph, by_the_definition.NOTHING, uncited)
    after = by_the_definition.World(graph, withdrawal, uncited)
    for name, fate in impact(graph, withdrawal, uncited).items():
        assert {named(lost.line) for lost in fate.lost} == before.holding(name) - after.holding(name)
        assert {named(line) for line in (*fate.weakened, *fate.remaining)} == after.holding(name)
        for lost in fate.lost:
            assert lost.through == {
                ground for ground in lost.line.grounds if not after.supported(ground, frozenset({name}))
            }


@MANY
@given(graphs, withdrawals, objections)
def test_what_is_strengthened_and_revived_is_what_is_defined(
    graph: SupportGraph, withdrawal: Withdrawal, said_against: tuple[Objection, ...]
) -> None:
    status = by_the_definition.statuses(graph, withdrawal, "stands")
    fallen = {name for name, fate in status.items() if fate in ("unsupported", "withdrawn")}
    stronger = [
        (each.target, each.objection, each.statement)
        for each in strengthened(said_against, graph.steps, fallen)
    ]
    assert len(stronger) == len(set(stronger))
    assert set(stronger) == by_the_definition.strengthened(graph, said_against, status)
    back = {each.objection: set(each.remaining) for each in revived(said_against, fallen)}
    assert back == by_the_definition.revived(graph, said_against, status)


@MANY
@given(graphs, readings)
def test_the_cut_sets_are_those_that_trying_out_finds(graph: SupportGraph, uncited: Uncited) -> None:
    system, _ = read(graph, uncited)
    for name in STATEMENTS[:2]:
        expected = by_the_definition.cut_sets(graph, name, 3, uncited)
        assert set(cut_sets(system, name, 3).sets) == set(expected)


@MANY
@given(graphs, readings)
def test_the_sources_that_carry_alone_are_those_that_trying_out_finds(
    graph: SupportGraph, uncited: Uncited
) -> None:
    system, _ = read(graph, uncited)
    found = lone_sources(system)
    for name in STATEMENTS:
        expected = by_the_definition.cut_sets(graph, name, 1, uncited)
        assert found.get(name) == (
            None if expected == [frozenset()] else frozenset(source for only in expected for source in only)
        )


@MANY
@given(graphs, withdrawals)
def test_what_holds_where_the_uncited_fall_holds_where_they_stand(
    graph: SupportGraph, withdrawal: Withdrawal
) -> None:
    holds = ("unaffected", "weakened")
    stands, falls = impact(graph, withdrawal, "stands"), impact(graph, withdrawal, "falls")
    assert all(stands[name].status in holds for name, fate in falls.items() if fate.status in holds)


@MANY
@given(graphs, withdrawals, withdrawals, readings)
def test_what_falls_with_less_falls_with_more(
    graph: SupportGraph, one: Withdrawal, other: Withdrawal, uncited: Uncited
) -> None:
    both = Withdrawal(
        one.sources | other.sources,
        one.notes | other.notes,
        one.statements | other.statements,
        one.second_hand or other.second_hand,
    )
    less, more = impact(graph, one, uncited), impact(graph, both, uncited)
    fallen = [name for name, fate in less.items() if fate.status in ("unsupported", "withdrawn")]
    assert all(more[name].status in ("unsupported", "withdrawn") for name in fallen)


def named(line: Line) -> tuple[str, str]:
    """Return a line by its kind and name."""
    return ("source", line.source) if line.source else ("argument", str(line.argument))
