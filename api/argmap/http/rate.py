"""How often one client may come: so many requests at once, and so many a second in the long run."""

import math
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

MOST_CLIENTS = 50_000


class Rate:
    """A bucket of `burst` tokens for each client, refilled with `per_second` tokens a second.

    Of a bucket only the moment is kept at which it will be full again (the generic cell rate algorithm, ITU-T
    I.371). Beyond `most` clients, the one that was not seen for longest is forgotten: its bucket counts as
    full.
    """

    def __init__(
        self,
        per_second: float,
        burst: int,
        clock: Callable[[], float] = monotonic,
        most: int = MOST_CLIENTS,
    ) -> None:
        self._interval, self._clock, self._most = 1 / per_second, clock, most
        self._capacity = burst * self._interval
        self._full_at: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        """Return how many clients are known."""
        return len(self._full_at)

    def wait(self, client: str) -> int:
        """Count a request of `client`; return 0 if it may come in, else after how many seconds it may."""
        now = self._clock()
        full_at = max(self._full_at.get(client, now), now) + self._interval
        # A thousandth of a request is forgiven: sums of floats are not exact.
        over = full_at - now - self._capacity - self._interval / 1_000
        if over > 0:
            return max(1, math.ceil(over))
        self._full_at[client] = full_at
        self._full_at.move_to_end(client)
        if len(self._full_at) > self._most:
            self._full_at.popitem(last=False)
        return 0
