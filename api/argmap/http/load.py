"""How busy the server is."""

from typing import Protocol


class Load(Protocol):
    """How busy the workers are that answer strangers' queries."""

    @property
    def running(self) -> int:
        """Queries that are being answered."""

    @property
    def waiting(self) -> int:
        """Queries that wait for their turn."""

    @property
    def workers(self) -> int:
        """Workers that are alive."""

    @property
    def ready(self) -> bool:
        """Whether queries can be answered now."""

    @property
    def killed(self) -> int:
        """Workers that were killed so far."""

    @property
    def restarts(self) -> int:
        """How often all of them had to be started again."""
