"""How long the answers of a route take, which tells where the next one is to be made."""

# Who waits for a turn behind so long an answer does not notice.
QUICK_SECONDS = 0.02
# One route may have quick answers and slow ones; so many in a row tell that it has not.
_IN_A_ROW = 100


class Pace:
    """What the answers of one route took of a processor: how busy the machine is does not matter."""

    __slots__ = ("_slow_for",)

    def __init__(self, is_slow: bool = False) -> None:
        """Take it as slow until a hundred answers show that it is not, or as quick until one does."""
        self._slow_for = _IN_A_ROW if is_slow else 0

    @property
    def is_slow(self) -> bool:
        """Whether any of the last hundred answers took more than twenty milliseconds."""
        return self._slow_for > 0

    def note(self, seconds: float) -> None:
        """Note how long an answer took. May be called from any thread: to miss one does no harm."""
        if seconds > QUICK_SECONDS:
            self._slow_for = _IN_A_ROW
        elif self._slow_for:
            self._slow_for -= 1
