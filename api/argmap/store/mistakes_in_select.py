"""What SELECT names and cannot: in a grouped query what is not grouped, and a name that it has already.

The engine says that there is something, at the end of the query, and not what.
"""

from collections.abc import Iterator, Mapping, Sequence

from argmap.sparql_tokens import Token
from argmap.store.mistake import PAIRS, Mistake, short
from argmap.store.sparql_words import AGGREGATES

_AFTER_GROUP_BY = ("HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")


def not_selectable(at: Mistake) -> tuple[str, int] | None:
    """Return what is wrong with what is selected, and the index of the token that shows it.

    It is the SELECT of the whole query at its end, that of a subquery at the brace that closes it.
    """
    ended = at.index == len(at.found)
    if ended and not any("SELECT" in said and " " in said for said in at.expected):
        return None
    start = at.prologue.end if ended else (at.open_bracket or 0) + 1
    if not ended and at.token.text != "}":
        return None
    if start >= len(at.found) or not at.found[start].is_word("SELECT"):
        return None
    query = _Select(at.found, start, at.index)
    return query.starred() or query.twice() or query.ungrouped()


class _Select:
    """A SELECT and what belongs to it, from the index `start` of its keyword to its `end`."""

    def __init__(self, found: Sequence[Token], start: int, end: int) -> None:
        self.found, self.start, self.end = found, start, end
        self.closing = _closing(found)
        outside = list(self._outside(start, end))
        self.body = next((index for index in outside if found[index].text == "{"), end)
        self.selected = [index for index in outside if start < index < self.body]
        self.behind = [index for index in outside if index > self.body]
        self.groups = next((index for index in self.behind if found[index].is_word("GROUP")), None)

    def starred(self) -> tuple[str, int] | None:
        """Find the * that cannot stand for the variables of groups."""
        star = next((index for index in self.selected if self.found[index].text == "*"), None)
        if star is None or self.groups is None:
            return None
        return "SELECT * does not go with GROUP BY; name the variables", star

    def twice(self) -> tuple[str, int] | None:
        """Find the second of two variables with the same name."""
        seen: set[str] = set()
        for index in self.selected:
            name = self.closing.get(index, index + 1) - 1 if self.found[index].text == "(" else index
            if self.found[name].kind != "variable":
                continue
            if self.found[name].text[1:] in seen:
                return f"{short(self.found[name].text)} is selected already", name
            seen.add(self.found[name].text[1:])
        return None

    def ungrouped(self) -> tuple[str, int] | None:
        """Find the first variable that has no one value in a group."""
        if self.groups is None and not self._aggregates():
            return None
        known = self._grouped()
        for index in self._outside_aggregates():
            name = self.found[index].text
            if self.found[index - 1].is_word("AS"):
                known.add(name[1:])
            elif name[1:] not in known:
                said = "is neither in GROUP BY nor inside an aggregate such as COUNT or SAMPLE"
                return f"{short(name)} {said}", index
        return None

    def _outside(self, start: int, end: int) -> Iterator[int]:
        """Yield the tokens that stand in no bracket, and the brackets that open."""
        while start < end:
            yield start
            start = self.closing.get(start, start) + 1

    def _aggregates(self) -> bool:
        behind = self.closing.get(self.body, self.body)
        return any(
            token.is_word(*AGGREGATES)
            for part in (self.found[self.start : self.body], self.found[behind : self.end])
            for token in part
        )

    def _grouped(self) -> set[str]:
        """Return the variables of GROUP BY, without question marks."""
        names: set[str] = set()
        for index in self.behind:
            if self.groups is None or index < self.groups:
                continue
            if self.found[index].is_word(*_AFTER_GROUP_BY):
                break
            last = self.closing.get(index, index + 1) - 1 if self.found[index].text == "(" else index
            if self.found[last].kind == "variable" and (last == index or self.found[last - 1].is_word("AS")):
                names.add(self.found[last].text[1:])
        return names

    def _outside_aggregates(self) -> Iterator[int]:
        """Yield the variables of what is selected, save those in aggregates and in the groups of EXISTS."""
        index = self.start
        while index < self.body:
            token = self.found[index]
            if token.kind == "variable":
                yield index
            bracket = index + 1 if token.is_word(*AGGREGATES) else index
            skipped = token.text == "{" or bracket != index
            index = self.closing.get(bracket, index) + 1 if skipped else index + 1


def _closing(found: Sequence[Token]) -> Mapping[int, int]:
    """Return for each bracket that opens where it is closed."""
    closing: dict[int, int] = {}
    open_: list[int] = []
    for index, token in enumerate(found):
        if token.text in PAIRS:
            open_.append(index)
        elif open_ and token.text == PAIRS[found[open_[-1]].text]:
            closing[open_.pop()] = index
    return closing
