"""The extensions of one part of a framework, one after the other."""

from collections.abc import Callable, Generator
from contextlib import closing

from argmap.reasoning.acceptability import encodings, judging
from argmap.reasoning.acceptability.clock import Clock
from argmap.reasoning.acceptability.encodings import Encoded
from argmap.reasoning.acceptability.numbered import Numbered

Found = Generator[frozenset[int], None, None]


def complete(framework: Numbered, clock: Clock) -> Found:
    """Yield the complete extensions."""
    return _each(encodings.complete(framework, clock))


def stable(framework: Numbered, clock: Clock) -> Found:
    """Yield the stable extensions."""
    return _each(encodings.stable(framework, clock))


def preferred(framework: Numbered, clock: Clock) -> Found:
    """Yield the preferred extensions: the largest complete ones."""
    encoded = encodings.preferred(framework, clock)
    return encoded.program.each(encoded.inside, largest=True)


def semi_stable(framework: Numbered, clock: Clock) -> Found:
    """Yield the complete extensions of largest range."""
    if (yield from _any(stable(framework, clock))):
        return
    credulous = judging.complete(framework, clock).some
    yield from _of_largest_range(
        encodings.semi_stable(framework, clock, credulous), encodings.complete(framework, clock, credulous)
    )


def stage(framework: Numbered, clock: Clock) -> Found:
    """Yield the conflict-free sets of largest range."""
    if (yield from _any(stable(framework, clock))):
        return
    yield from _of_largest_range(encodings.stage(framework, clock), encodings.conflict_free(framework, clock))


def _any(found: Found) -> Generator[frozenset[int], None, bool]:
    """Yield on, and return whether there was anything: a stable extension has the largest range there is."""
    there = False
    for each in found:
        there = True
        yield each
    return there


def _each(encoded: Encoded) -> Found:
    return encoded.program.each(encoded.inside)


def _of_largest_range(wishing: Encoded, plain: Encoded) -> Found:
    """Yield what has a largest range: those ranges come from one program, what has each from the other."""
    covering = encodings.with_ranges(plain)
    seen = set[frozenset[int]]()
    with closing(wishing.program.each(wishing.covered, largest=True)) as ranges:
        for largest in ranges:
            if largest in seen:
                return  # where there is only one, the solver gives it once for each set that has it
            seen.add(largest)
            yield from covering.program.each(
                covering.inside, [covering.covered[number] for number in largest]
            )


BY_NAME: dict[str, Callable[[Numbered, Clock], Found]] = {
    "complete": complete,
    "preferred": preferred,
    "stable": stable,
    "semi-stable": semi_stable,
    "stage": stage,
}
