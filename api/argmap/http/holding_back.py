"""Refusals, held back from clients that get many of them: so they wait, and not everybody else."""

import asyncio

from argmap.http.rate import Rate

# Who tries things out by hand, or runs a suite of tests, does not notice; a flood does.
_REFUSALS_PER_SECOND = 10.0
_REFUSALS_AT_ONCE = 50


class HoldingBack:
    """Remembers which clients were refused often of late; `seconds` is how long their next refusal waits."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._rate = Rate(_REFUSALS_PER_SECOND, _REFUSALS_AT_ONCE)

    async def refused(self, client: str) -> None:
        """Count a refusal, and wait if there were too many."""
        if self._seconds and self._rate.wait(client):
            await asyncio.sleep(self._seconds)
