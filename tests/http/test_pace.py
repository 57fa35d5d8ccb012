"""Whether a route is slow is told by what its answers took of a processor."""

from argmap.http.pace import Pace


def test_a_route_is_quick_until_an_answer_was_slow() -> None:
    pace = Pace()
    assert not pace.is_slow
    pace.note(0.02)
    assert not pace.is_slow
    pace.note(0.0201)
    assert pace.is_slow


def test_one_slow_answer_is_remembered_for_a_hundred_quick_ones() -> None:
    pace = Pace()
    for _ in range(2):
        pace.note(0.021)
        for _ in range(99):
            pace.note(0.02)
            assert pace.is_slow
        pace.note(0.02)
        assert not pace.is_slow
