"""How long a computation may take, and what is raised when it has taken so long."""

import time
from math import inf

# After how many seconds to give up, if nobody says.
SECONDS = 10.0
# How long the solver is let go before the clock is looked at: a call is over at most so much late, and
# Ctrl-C is noticed so soon.
_SLICE = 0.1
# What a solver makes of its rules before it starts cannot be interrupted; it takes about half as long as
# writing the rules took (measured on 40,000 to 2,000,000 of them).
_PREPARING = 0.6


class Unfinished(Exception):
    """The computation was given up; `str()` of it says why, in words for people."""


class Clock:
    """A number of seconds, from now on; there is no end to it without one."""

    def __init__(self, seconds: float = inf) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """How many seconds are left; negative if there are none."""
        return self._end - time.monotonic()

    def check(self) -> None:
        """Raise Unfinished if the time is over."""
        if self.left <= 0:
            raise self._over()

    def slice(self) -> float:
        """Return for how many seconds the solver may go on; raise Unfinished if the time is over."""
        self.check()
        return max(0.0, min(_SLICE, self.left))

    def check_for_preparing(self, started: float) -> None:
        """Raise Unfinished if too little time is left to prepare rules that were written since `started`."""
        if self.left <= _PREPARING * (time.monotonic() - started):
            raise self._over()

    @property
    def over(self) -> str:
        """What is said when the time is over."""
        return f"it takes more than {self._seconds:g} second{'' if self._seconds == 1 else 's'}"

    def _over(self) -> Unfinished:
        return Unfinished(self.over)


ENDLESS = Clock()
