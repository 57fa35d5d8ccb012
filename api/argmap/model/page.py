"""A page of a list."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """Which items of a list: at most `limit` of them, after the first `offset`."""

    limit: int = 50
    offset: int = 0

    def __post_init__(self) -> None:
        if self.limit < 1 or self.offset < 0:
            raise ValueError(f"a page has limit >= 1 and offset >= 0, not {self.limit} and {self.offset}")
