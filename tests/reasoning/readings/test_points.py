"""What a reading is made of: the names of its points, how many there are, and what is too much."""

import pytest

from argmap.errors import DisputeTooLarge, UsageError
from argmap.model.dispute import Dispute, Inference, Objection, Statement
from argmap.reasoning.acceptability import grounded
from argmap.reasoning.readings import Point, read
from argmap.reasoning.readings.structured import structured


def chain(length: int, circle: bool = False) -> Dispute:
    """Each statement is argued from the one before; in a circle, the first from the last."""
    names = [f"s{number}" for number in range(length)]
    steps = {
        f"i{number}": Inference(f"i{number}", frozenset({names[number - 1]}), names[number])
        for number in range(0 if circle else 1, length)
    }
    return Dispute({name: Statement(name) for name in names}, steps)


def test_a_thing_has_the_point_that_is_named_by_its_iri() -> None:
    dispute = Dispute(
        {name: Statement(name) for name in "ab"},
        {"i": Inference("i", frozenset("a"), "b")},
        {"x": Objection("x", frozenset("a"), "i", "inference")},
    )
    points = read(dispute).points
    assert points == {
        "a": Point("statement", "a"),
        "no:a": Point("lacking", "a"),
        "given:a": Point("given", "a"),
        "b": Point("statement", "b"),
        "no:b": Point("lacking", "b"),
        "i": Point("argument", "i"),
        "x": Point("attack", "x"),
    }
    assert set(read(dispute).framework.attacks) == {
        ("no:a", "a"), ("no:b", "b"), ("given:a", "no:a"), ("i", "no:b"),
        ("no:a", "i"), ("x", "i"), ("no:a", "x"),
    }  # fmt: skip


def test_what_is_argued_for_and_cites_nothing_is_not_given() -> None:
    dispute = chain(2)
    assert (dispute.is_given("s0"), dispute.is_given("s1")) == (True, False)
    cited = Dispute({**dispute.statements, "s1": Statement("s1", frozenset({"book"}))}, dispute.inferences)
    assert cited.is_given("s1")


def test_a_long_line_of_reasoning_takes_as_many_points_as_it_has_steps() -> None:
    reading = read(chain(20_000))
    assert grounded(reading.framework)["s19999"] == "in"
    assert len(reading.points) == 3 * 20_000


def test_a_circle_holds_nothing_up() -> None:
    assert grounded(read(chain(40, circle=True)).framework)["s7"] == "out"


def test_a_circle_is_unfolded_once_for_each_of_its_statements() -> None:
    assert len(read(chain(40, circle=True)).points) < 2 * 40 * 40 + 3 * 40


def test_a_circle_that_is_too_large_is_refused() -> None:
    with pytest.raises(DisputeTooLarge, match="40 statements") as refused:
        structured(chain(40, circle=True), most=1_000)
    assert (refused.value.most, refused.value.largest) == (1_000, 40)


def test_an_unknown_reading_is_refused() -> None:
    for asked in ({"reading": "round"}, {"preferences": "mine"}):
        with pytest.raises(UsageError, match="is not one of"):
            read(chain(2), **asked)
