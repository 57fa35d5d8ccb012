"""One program for the solver clingo, and its answer sets within a time.

Rules are handed over as numbers that the solver gives out itself: no text is ever parsed, and so no name of
an argument can mean anything in it. A program is used by one thread; any number of them run side by side.
"""

from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from argmap.reasoning.acceptability.clock import Clock

if TYPE_CHECKING:
    from clingo import Model
    from clingo.backend import Backend

# A thread of the solver's own, which can be waited for, costs 0.5 ms: not worth it where nothing takes long.
SMALL = 12
# What is learnt from conflicts, which grows with time, may take so many megabytes.
_LEARNT = "--del-max=2000000,256"


class Program:
    """Rules over literals, which are numbers; a negative number is the negation of a literal.

    Args:
        clock: what ends the computation, by Unfinished, from any method.
        size: how many arguments the program is about.
    """

    def __init__(self, clock: Clock, size: int) -> None:
        from clingo import Control

        # Without a wish, this heuristic decides as the usual one does.
        options = ["--warn=none", "--heuristic=Domain", _LEARNT]
        self._control = Control(options, logger=_ignore)
        self._clock = clock
        self._small = size <= SMALL

    def backend(self) -> "Backend":
        """Return what takes rules; a context manager."""
        return self._control.backend()

    def first(self, read: Sequence[int], assuming: Iterable[int] = ()) -> frozenset[int] | None:
        """Return the positions of what holds of `read` in one answer set; None if there is none."""
        with closing(self.each(read, assuming)) as found:
            return next(found, None)

    def each(
        self, read: Sequence[int], assuming: Iterable[int] = (), *, largest: bool = False
    ) -> Generator[frozenset[int], None, None]:
        """Yield, for each answer set, the positions of what holds of `read` in it.

        Args:
            read: the literals in question.
            assuming: literals that are to hold.
            largest: only those answer sets of which the wished literals are not properly within another's.
        """
        solve: Any = self._control.configuration.solve  # its options are set as attributes
        solve.enum_mode, solve.models = "domRec" if largest else "auto", "0"
        with self._control.solve(assumptions=list(assuming), yield_=True, async_=not self._small) as handle:
            while True:
                handle.resume()
                while not self._small and not handle.wait(self._clock.slice()):
                    pass
                self._clock.check()
                model = handle.model()
                if model is None:
                    return
                yield _held(model, read)


def _held(model: "Model", read: Sequence[int]) -> frozenset[int]:
    return frozenset(at for at, literal in enumerate(read) if model.is_true(literal))


def _ignore(*_: object) -> None:
    """Take the solver's remarks, such as that a wish of ours is of no use."""
