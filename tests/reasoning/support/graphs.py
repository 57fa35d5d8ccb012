"""Random graphs of support, so small that the definitions can be tried out: circles, linked grounds."""

from typing import Any

from hypothesis import strategies as st

from argmap.model.objection import Objection
from argmap.model.support import Citing, Step, SupportGraph, Withdrawal

STATEMENTS = [f"s{number}" for number in range(6)]
SOURCES = ["A", "B", "C", "D"]
NOTES = ["n1", "n2", "n3"]

statements = st.sampled_from(STATEMENTS)
citings = st.builds(Citing, statements, st.sampled_from(SOURCES), st.sampled_from(NOTES), st.booleans())


@st.composite
def steps(draw: Any) -> tuple[Step, ...]:
    """Arguments from one to three grounds; anything may rest on anything, itself too."""
    drawn = draw(
        st.lists(st.tuples(statements, st.frozensets(statements, min_size=1, max_size=3)), max_size=9)
    )
    return tuple(Step(f"a{number}", to, grounds) for number, (to, grounds) in enumerate(drawn))


graphs = st.builds(
    SupportGraph,
    st.just(frozenset(STATEMENTS)),
    st.lists(citings, max_size=6, unique=True).map(tuple),
    steps(),
)
withdrawals = st.builds(
    Withdrawal,
    sources=st.frozensets(st.sampled_from(SOURCES), max_size=2),
    notes=st.frozensets(st.sampled_from(NOTES), max_size=1),
    statements=st.frozensets(statements, max_size=1),
    second_hand=st.booleans(),
)
OBJECTIONS = ["o0", "o1", "o2"]
ARGUMENTS = ["a0", "a1", "a2"]


@st.composite
def _objections(draw: Any) -> tuple[Objection, ...]:
    """Objections by none to two statements, against statements, arguments or one another."""
    some = st.frozensets(statements, max_size=2)
    against = st.frozensets(st.sampled_from([*STATEMENTS, *ARGUMENTS, *OBJECTIONS]), max_size=2)
    drawn = draw(st.lists(st.tuples(some, against, some), max_size=len(OBJECTIONS)))
    return tuple(Objection(name, *parts) for name, parts in zip(OBJECTIONS, drawn, strict=False))


objections = _objections()
readings = st.sampled_from(["stands", "falls"])
