"""A trace as a nested list in Markdown, to read and to paste.

Source: https://spec.commonmark.org/0.31.2/
"""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.formats.outside import escaped, one_line
from argmap.formats.trace import words
from argmap.formats.trace.summary import summary

Hop = Mapping[str, Any]


def trace_markdown(document: Hop, iri: str) -> bytes:
    """Return a trace whose citations are Markdown already; `iri` is what it is cited as."""
    lines = [
        f"# Trace: {_plain(document.get('label', document['id']))}",
        "",
        _line(document, words.Above()),
        "",
    ]
    if document["hops"]:
        lines += [f"{summary(document)}.", ""]
    items = list(_List().items(document, words.Above(), "")) or ["No path leads on from it."]
    return "\n".join([*lines, *items, "", *_footer(document, iri), ""]).encode()


class _List:
    """The items of the list; what follows a thing is written once, however often the thing comes."""

    def __init__(self) -> None:
        self._written: set[tuple[str, str]] = set()

    def items(self, thing: Hop, above: words.Above, indent: str) -> Iterator[str]:
        """Yield the lines of what follows a thing; `above` is what the path has come through to it."""
        above = above.below(thing)
        for hop in thing.get("hops", ()):
            shown = _last_of_chain(hop)
            if self._has(shown):
                yield f"{indent}- {_line(hop, above)} *(continued above)*"
                continue
            yield f"{indent}- {_line(hop, above)}"
            yield from self.items(shown, above, indent + "  ")

    def _has(self, hop: Hop) -> bool:
        """Whether what follows a statement has been written; of a note it depends on the statement."""
        if "text" not in hop or "hops" not in hop:
            return False
        name = (hop["id"], hop["via"])
        seen = name in self._written
        self._written.add(name)
        return seen


def _last_of_chain(hop: Hop) -> Hop:
    """Return the work to which a reference leads: both are one item, the citation."""
    work = _work(hop)
    return hop if work is None else work


def _work(hop: Hop) -> Hop | None:
    if hop.get("via") not in {"containsReference", "resolvesTo"}:
        return None
    for below in hop.get("hops", ()):
        return below if "citationText" in below else _work(below)
    return None


def _line(hop: Hop, above: words.Above) -> str:
    work, step = _work(hop), words.STEPS.get(hop.get("via", ""), hop.get("via", ""))
    if work is not None:
        details = [work.get("place", ""), *_short_form(hop), *words.precision(hop, above)]
        return _with_details(work["citationText"], details)
    if "citationText" in hop:
        return " ".join(filter(None, [step, f"{_linked(hop)}: {hop['citationText']}"]))
    return " ".join(filter(None, [_plain(step), _thing(hop, above)])) + _remarks(hop)


def _thing(hop: Hop, above: words.Above) -> str:
    if "noteNumber" in hop:
        return _with_details(f"[n. {hop['noteNumber']}](<{hop['id']}>)", [*words.marker(hop)])
    details = [words.speakers(hop), *words.stance(hop), words.place(hop), *words.precision(hop, above)]
    if "locator" in hop and str(hop["locator"]) not in words.saying(hop):
        details.append(f"at {hop['locator']}")
    return _with_details(f"{_linked(hop)}: {_plain(words.saying(hop))}", details)


def _short_form(hop: Hop) -> Iterator[str]:
    if hop.get("type") == "ShortFormReference":
        yield "by a short form"
    if hop.get("type") == "IbidReference":
        yield "by ibid."


def _with_details(text: str, details: list[str]) -> str:
    known = "; ".join(_plain(detail) for detail in details if detail)
    return f"{text} ({known})" if known else text


def _linked(hop: Hop) -> str:
    return f"[{_plain(words.kind(hop))}](<{hop['id']}>)"


def _remarks(hop: Hop) -> str:
    remarks = {"circular": "comes back to what is above", "truncated": "goes on beyond what is shown"}
    found = [text for key, text in remarks.items() if hop.get(key) and "via" in hop]
    return f" *({', '.join(found)})*" if found else ""


def _footer(document: Hop, iri: str) -> Iterator[str]:
    data = document["dataset"]
    version = f"version {_plain(data['version'])}, " if "version" in data else ""
    yield f"Cite as <{iri}>; data {version}SHA-256 `{data['digest']}`."


def _plain(text: object) -> str:
    """Return text from outside on one line, with every mark escaped and no control character."""
    return escaped(one_line(text))
