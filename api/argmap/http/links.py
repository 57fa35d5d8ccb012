"""`Link` header fields (RFC 8288)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from argmap.model.page import Page


@dataclass(frozen=True)
class Link:
    """One link: an absolute or relative URL, what it is to this answer, and its media type if known."""

    target: str
    relation: str
    media_type: str | None = None

    def __str__(self) -> str:
        type_ = f'; type="{self.media_type}"' if self.media_type else ""
        return f'<{quote(self.target, safe=_LEAVE)}>; rel="{self.relation}"{type_}'


# Everything a URL may hold stays, with `%` for what is quoted already; `<`, `>`, `"` and controls do not.
_LEAVE = "%:/?#[]@!$&'()*+,;=~-._"


def header(links: list[Link]) -> str:
    """Return the value of a `Link` field."""
    return ", ".join(str(link) for link in links)


def page_links(url: str, parameters: Mapping[str, str | Sequence[str]], page: Page, total: int) -> list[Link]:
    """Return first, prev, next and last for one page of a list of `total` items; `parameters` are kept."""
    last = max(0, (total - 1) // page.limit * page.limit)
    offsets = {"first": 0, "prev": page.offset - page.limit, "next": page.offset + page.limit, "last": last}
    if page.offset > 0:
        offsets["prev"] = min(max(0, offsets["prev"]), last)
    kept = {**parameters, "limit": page.limit}
    return [
        Link(f"{url}?{urlencode({**kept, 'offset': offset}, doseq=True)}", relation)
        for relation, offset in offsets.items()
        if 0 <= offset <= last
    ]
