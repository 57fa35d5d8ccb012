"""Frameworks whose extensions the literature tells."""

import pytest
from tests.reasoning.acceptability.frameworks import cycles, of

from argmap.model.framework import Framework
from argmap.reasoning.acceptability import extensions, standing

# In the order grounded, complete, preferred, stable, semi-stable, ideal, stage; an extension as its letters,
# all of them apart by spaces, `-` for the empty one, and nothing for no extension at all.
TOLD: dict[str, tuple[Framework, dict[str, str]]] = {
    # P. M. Dung 1995: two who attack each other, as in the Nixon diamond.
    "nixon-diamond": (
        of("ab ba"),
        {
            "grounded": "-",
            "complete": "- a b",
            "preferred": "a b",
            "stable": "a b",
            "semi-stable": "a b",
            "ideal": "-",
            "stage": "a b",
        },
    ),
    # Dung 1995: not every framework has a stable extension; a circle of three has none.
    "circle-of-three": (
        of("ab bc ca"),
        {
            "grounded": "-",
            "complete": "-",
            "preferred": "-",
            "stable": "",
            "semi-stable": "-",
            "ideal": "-",
            "stage": "a b c",
        },
    ),
    # Caminada 2006, on reinstatement: c is defended by a.
    "reinstatement": (
        of("ab bc"),
        dict.fromkeys(("grounded", "complete", "preferred", "stable", "semi-stable", "ideal", "stage"), "ac"),
    ),
    # P. Baroni, M. Caminada and M. Giacomin, An introduction to argumentation semantics, The Knowledge
    # Engineering Review 26 (2011): floating acceptance, where d is in whatever stands between a and b.
    "floating-acceptance": (
        of("ab ba ac bc cd"),
        {
            "grounded": "-",
            "complete": "- ad bd",
            "preferred": "ad bd",
            "stable": "ad bd",
            "semi-stable": "ad bd",
            "ideal": "-",
            "stage": "ad bd",
        },
    ),
    # Caminada 2006, Semi-stable semantics: a preferred extension that is not semi-stable.
    "preferred-not-semi-stable": (
        of("ab ba bc cd de ec"),
        {
            "grounded": "-",
            "complete": "- a bd",
            "preferred": "a bd",
            "stable": "bd",
            "semi-stable": "bd",
            "ideal": "-",
            "stage": "bd",
        },
    ),
    # Dung, Mancarella and Toni 2007: the ideal extension holds more than the grounded one.
    "ideal-beyond-grounded": (
        of("aa ab ba"),
        {
            "grounded": "-",
            "complete": "- b",
            "preferred": "b",
            "stable": "b",
            "semi-stable": "b",
            "ideal": "b",
            "stage": "b",
        },
    ),
    # Stage extensions are no complete ones: what nothing attacks (a) need not be in.
    "stage-without-the-unattacked": (
        of("ab bc cc"),
        {
            "grounded": "a",
            "complete": "a",
            "preferred": "a",
            "stable": "",
            "semi-stable": "a",
            "ideal": "a",
            "stage": "a b",
        },
    ),
    # Semi-stable without stable: the self-attack keeps c from being in or out.
    "semi-stable-without-stable": (
        of("ab ba cc"),
        {
            "grounded": "-",
            "complete": "- a b",
            "preferred": "a b",
            "stable": "",
            "semi-stable": "a b",
            "ideal": "-",
            "stage": "a b",
        },
    ),
}
CASES = [
    pytest.param(framework, semantics, told, id=f"{name}-{semantics}")
    for name, (framework, every) in TOLD.items()
    for semantics, told in every.items()
]


@pytest.mark.parametrize(("framework", "semantics", "told"), CASES)
def test_the_extensions_are_those_of_the_literature(framework: Framework, semantics: str, told: str) -> None:
    found = extensions(framework, semantics)
    assert found.finished
    assert sorted("".join(each) or "-" for each in found.extensions) == told.split()


def test_floating_acceptance_is_sceptical_in_preferred_and_undecided_in_grounded() -> None:
    framework, _ = TOLD["floating-acceptance"]
    assert standing(framework, "preferred").labels == {
        "a": "undecided",
        "b": "undecided",
        "c": "out",
        "d": "in",
    }
    assert set(standing(framework, "grounded").labels.values()) == {"undecided"}
    assert standing(framework, "ideal").credulous == frozenset()


def test_where_there_is_no_stable_extension_nothing_is_in_or_out_and_everything_is_sceptical() -> None:
    found = standing(cycles(3, 3), "stable")
    assert found.count_is_zero
    assert set(found.labels.values()) == {"undecided"}
    assert found.credulous == frozenset()
    assert found.sceptical == {"0", "1", "2"}
