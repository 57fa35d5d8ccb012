import pytest

from argmap.http.rate import Rate


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_may_come_in_at_once_and_no_more() -> None:
    rate = Rate(2.0, 5, Clock())
    assert [rate.wait("a") for _ in range(6)] == [0, 0, 0, 0, 0, 1]


def test_it_is_refilled_at_the_rate() -> None:
    clock = Clock()
    rate = Rate(2.0, 5, clock)
    for _ in range(5):
        rate.wait("a")
    clock.now += 1.5
    assert [rate.wait("a") == 0 for _ in range(4)] == [True, True, True, False]


def test_nobody_saves_up_more_than_a_burst() -> None:
    clock = Clock()
    rate = Rate(2.0, 5, clock)
    rate.wait("a")
    clock.now += 1_000_000
    assert [rate.wait("a") == 0 for _ in range(6)] == [True] * 5 + [False]


@pytest.mark.parametrize(("per_second", "wait"), [(10.0, 1), (0.1, 10), (0.01, 100)])
def test_who_waits_as_long_as_told_comes_in(per_second: float, wait: int) -> None:
    clock = Clock()
    rate = Rate(per_second, 1, clock)
    rate.wait("a")
    assert rate.wait("a") == wait
    clock.now += wait
    assert rate.wait("a") == 0


def test_being_refused_costs_nothing() -> None:
    clock = Clock()
    rate = Rate(1.0, 1, clock)
    assert [rate.wait("a") for _ in range(100)] == [0] + [1] * 99
    clock.now += 1
    assert rate.wait("a") == 0


def test_clients_do_not_count_for_one_another() -> None:
    rate = Rate(1.0, 1, Clock())
    assert [rate.wait(client) for client in "abab"] == [0, 0, 1, 1]


def test_the_client_unseen_for_longest_is_forgotten() -> None:
    rate = Rate(1.0, 2, Clock(), most=2)
    assert [rate.wait(client) for client in "abac"] == [0, 0, 0, 0]
    assert len(rate) == 2
    assert rate.wait("a") > 0
    assert [rate.wait(client) for client in "bb"] == [0, 0]
