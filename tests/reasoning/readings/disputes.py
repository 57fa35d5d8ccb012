"""Small disputes of every shape: circles, self-attacks, attacks on attacks, strict steps.

Any statement may be made to attack anything, an attack be made by several.
"""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from argmap.model.dispute import Certainty, Dispute, Inference, Objection, On, Statement, Strength

NAMES = ["a", "b", "c", "d"]
_CERTAINTIES: list[Certainty | None] = ["asserted", "probable", "possible", None]
_STRENGTHS: list[Strength | None] = ["strong", "moderate", "weak", None]


@composite
def disputes(draw: DrawFn) -> Dispute:
    """Draw a dispute of at most four statements, four inferences and four objections."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    some = st.frozensets(st.sampled_from(names), max_size=2)
    statements = {
        name: Statement(
            name,
            draw(st.sampled_from([frozenset(), frozenset(["source"])])),
            draw(st.sampled_from(_CERTAINTIES)),
            draw(st.sampled_from([True, True, True, False])),
        )
        for name in names
    }
    inferences = {
        f"i{number}": Inference(
            f"i{number}",
            draw(some),
            draw(st.sampled_from(names)),
            draw(st.sampled_from(_STRENGTHS)),
            draw(st.sampled_from([False, False, False, True])),
        )
        for number in range(draw(st.integers(0, 4)))
    }
    objecting = [f"x{number}" for number in range(draw(st.integers(0, 4)))]
    targets = [*names, *names, *inferences, *objecting, "elsewhere"]
    objections = {}
    for name in objecting:
        target = draw(st.sampled_from(targets))
        on: On = "conclusion" if target in names else "inference"
        objections[name] = Objection(name, draw(some), target, on)
    return Dispute(statements, inferences, objections)
