"""The smallest part of a contradiction: none of it can be left out.

Elements are added one after the other until what is there contradicts itself: the last one is needed. It is
put first, and the search goes on among those before it, until what is needed contradicts itself alone
(de Siqueira and Puget, Explanation-Based Generalisation of Failures, ECAI 1988; with bisection Junker,
QuickXplain, AAAI 2004). The reasoner is a black box, as in Kalyanpur, Parsia, Horridge and Sirin, Finding All
Justifications of OWL DL Entailments (ISWC 2007), and is asked about several prefixes at a time.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

Element = TypeVar("Element")
# Which of several lists, each beginning with the one before, is the first that contradicts itself?
Asking = Callable[[Sequence[Sequence[Element]]], int | None]

# Large lists take long to judge, small ones less than starting the reasoner once more.
_LARGE, _SMALL = 1500, 40


def smallest(elements: Sequence[Element], ask: Asking[Element]) -> list[Element] | None:
    """Return elements that contradict each other, each needed for that; None if they do not.

    Earlier elements are preferred.
    """
    needed: list[Element] = []
    while (length := shortest(elements, ask, needed)) != 0:
        if length is None:
            return None
        needed.append(elements[length - 1])
        elements = elements[: length - 1]
        if not elements:
            break
    return needed


def shortest(
    elements: Sequence[Element], ask: Asking[Element], needed: Sequence[Element] = (), within: int = 1
) -> int | None:
    """Return how many of the elements contradict each other and what is needed; None if even all do not.

    So many do, and `within` fewer do not.
    """
    below, lengths = -1, _doubling(len(elements))
    while True:
        place = ask([[*needed, *elements[:length]] for length in lengths])
        if place is None:
            return None
        below, above = lengths[place - 1] if place else below, lengths[place]
        if above - below <= within:
            return above
        lengths = _between(below, above)


def _doubling(end: int) -> list[int]:
    """0, 1, 2, 4 … and the end: what is near is found with small questions; of a small list, all lengths."""
    if end <= _SMALL:
        return list(range(end + 1))
    return sorted({0, end, *(1 << power for power in range(end.bit_length()) if 1 << power < end)})


def _between(below: int, above: int) -> list[int]:
    steps = min(above - below, 4 if above > _LARGE else 12)
    return [below + (above - below) * step // steps for step in range(1, steps + 1)]
