"""The data before they are trusted: what each file says, and where in the file it says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import pyoxigraph as ox

from argmap.graph.check.turtle_lines import Spot, place, spots
from argmap.graph.check.wording import shown
from argmap.graph.layout import DataFile
from argmap.model.finding import Finding, Severity
from argmap.vocabulary import RDF

TYPE = RDF + "type"


@dataclass
class DraftFile:
    """One file and what it says."""

    file: DataFile
    triples: Sequence[ox.Triple]

    @cached_property
    def spots(self) -> list[Spot]:
        """Where in the file each statement is written; read only when something is wrong."""
        return spots(self.file.path.read_text(encoding="utf-8"))

    @cached_property
    def said(self) -> set[ox.Triple]:
        """What the file says, to look something up in it."""
        return set(self.triples)

    @cached_property
    def subjects(self) -> set[str]:
        """The things that the file says something about."""
        return {key(triple.subject) for triple in self.triples}


@dataclass
class Draft:
    """The files that are checked together, and the ontology they are checked against."""

    files: Sequence[DraftFile]
    ontology: Sequence[ox.Triple]

    def data(self) -> Iterator[ox.Triple]:
        """Everything that the files say."""
        return chain.from_iterable(file.triples for file in self.files)

    def everything(self) -> Iterator[ox.Triple]:
        """What the files and the ontology say."""
        return chain(self.data(), self.ontology)

    @cached_property
    def described(self) -> set[str]:
        """The things that something is said about, in the files or in the ontology."""
        return {key(triple.subject) for triple in self.everything()}

    @cached_property
    def kinds(self) -> dict[str, set[str]]:
        """The kinds that are given to each thing."""
        found: dict[str, set[str]] = {}
        for triple in self.everything():
            if triple.predicate.value == TYPE:
                found.setdefault(key(triple.subject), set()).add(key(triple.object))
        return found

    def finding(
        self,
        severity: Severity,
        subject: str,
        message: str,
        remedy: str,
        *,
        property: str | None = None,
        value: str | None = None,
        file: DraftFile | None = None,
        rule: str | None = None,
        because: tuple[str, ...] = (),
    ) -> Finding:
        """A finding about `subject`, placed as narrowly as the files allow (in `file`, where it is given)."""
        where = self._where(subject, property, value, file)
        return Finding(severity, *where, shown(subject), message, remedy, rule, because)

    def place(self, triple: ox.Triple) -> str | None:
        """`argument.ttl:12`, where a file says this; the name alone, if the line is not known."""
        subject, property, value = key(triple.subject), triple.predicate.value, key(triple.object)
        for file in self.files:
            if triple in file.said:
                path, line = self._where(subject, property, value, file)
                return f"{path}:{line}" if line else path
        return None

    def _where(
        self, subject: str, property: str | None, value: str | None, file: DraftFile | None
    ) -> tuple[str | None, int | None]:
        candidates = [file] if file else [each for each in self.files if subject in each.subjects]
        written = subject if not subject.startswith("_:") else ""
        found = [(place(each.spots, written, property, value), each) for each in candidates]
        known = [(*placed, str(each.file.path)) for placed, each in found if placed]
        if known:
            _, line, path = max(known)
            return path, line
        return (str(candidates[0].file.path), None) if candidates else (None, None)


def key(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """A node as text: an IRI, `_:x` for a node without one, a literal's text."""
    return str(node) if isinstance(node, ox.BlankNode | ox.Triple) else node.value
