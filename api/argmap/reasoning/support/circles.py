"""The circles of a system: statements that rest on one another.

Strongly connected components, by the algorithm of R. Tarjan, "Depth-first search and linear graph
algorithms", 1972, with a stack of its own instead of recursion: support may be thousands of steps deep.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.reasoning.support.system import System


def circles(system: System) -> list[frozenset[str]]:
    """Return the sets of statements that rest on one another; a statement that rests on itself is one."""
    return [
        component
        for component in components(system)
        if len(component) > 1 or any(name in _grounds(system, name) for name in component)
    ]


def components(system: System) -> list[frozenset[str]]:
    """Return the strongly connected components, each after those that it rests on."""
    search = _Search(system)
    for name in sorted(system.statements):
        if name not in search.index:
            search.from_(name)
    return search.found


@dataclass
class _Search:
    """A depth-first search: when each statement was entered, and how far back its grounds lead."""

    system: System
    index: dict[str, int] = field(default_factory=dict)
    lowest: dict[str, int] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    on_path: set[str] = field(default_factory=set)
    calls: list[tuple[str, Iterator[str]]] = field(default_factory=list)
    found: list[frozenset[str]] = field(default_factory=list)

    def from_(self, start: str) -> None:
        self._enter(start)
        while self.calls:
            name, rest = self.calls[-1]
            below = next(rest, None)
            if below is None:
                self._leave()
            elif below not in self.index:
                self._enter(below)
            elif below in self.on_path:
                self.lowest[name] = min(self.lowest[name], self.index[below])

    def _enter(self, name: str) -> None:
        self.index[name] = self.lowest[name] = len(self.index)
        self.path.append(name)
        self.on_path.add(name)
        self.calls.append((name, iter(_grounds(self.system, name))))

    def _leave(self) -> None:
        name, _ = self.calls.pop()
        if self.calls:
            caller = self.calls[-1][0]
            self.lowest[caller] = min(self.lowest[caller], self.lowest[name])
        if self.lowest[name] == self.index[name]:
            self.found.append(self._cut_off(name))

    def _cut_off(self, name: str) -> frozenset[str]:
        component = {last := self.path.pop()}
        while last != name:
            component.add(last := self.path.pop())
        self.on_path -= component
        return frozenset(component)


def _grounds(system: System, name: str) -> list[str]:
    """Return what a statement rests on directly, in a fixed order."""
    return sorted({ground for number in system.of.get(name, ()) for ground in system.lines[number].grounds})
