"""From the triples that a query gave to the facts that the reasoning works on, by the IRIs of the things."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from pyoxigraph import Literal

from argmap.formats.graph_index import GraphIndex, id_of, node_of
from argmap.formats.raw import term
from argmap.model.intents import supports
from argmap.model.objection import Objection
from argmap.model.support import Citing, Step, SupportGraph
from argmap.vocabulary import RDF, RDFS
from argmap.vocabulary import term as am

_TRUE = "true"


@dataclass(frozen=True)
class Cited:
    """That a statement cites a source by a reference in a note: to these ends, at second hand or not."""

    statement: str
    source: str
    note: str
    reference: str
    intents: frozenset[str]
    second_hand: bool


class Facts:
    """What a graph says of statements, arguments, notes, works and objections."""

    def __init__(self, triples: bytes) -> None:
        self._index = GraphIndex(triples)

    def all_of(self, name: str, iri: str) -> frozenset[str]:
        """Return the IRIs that a property of the ontology leads to from a thing."""
        return frozenset(map(id_of, self._index.forwards(am(name)).get(node_of(iri), ())))

    def those_with(self, name: str, iri: str) -> frozenset[str]:
        """Return the IRIs from which a property of the ontology leads to a thing."""
        return frozenset(map(id_of, self._index.backwards(am(name)).get(node_of(iri), ())))

    def texts(self, property: str, iri: str) -> list[str]:
        """Return the literals of a property (an IRI) of a thing."""
        found = (term(raw) for raw in self._index.forwards(property).get(node_of(iri), ()))
        return sorted({each.value for each in found if isinstance(each, Literal)})

    def types(self, iri: str) -> frozenset[str]:
        """Return the IRIs of the classes of a thing."""
        return frozenset(map(id_of, self._index.forwards(RDF + "type").get(node_of(iri), ())))

    def is_a(self, name: str, iri: str) -> bool:
        """Whether a thing is of a class of the ontology."""
        return am(name) in self.types(iri)

    def those_of(self, name: str) -> list[str]:
        """Return the things of a class of the ontology, sorted."""
        return sorted(map(id_of, self._index.backwards(RDF + "type").get(node_of(am(name)), ())))

    def endorsed(self, statement: str) -> bool:
        """Whether the author holds a statement: nothing else is said, or that it is endorsed."""
        return self.all_of("authorStance", statement) <= {am("endorsed")}

    def known(self, iri: str) -> bool:
        """Whether anything is said of a thing."""
        return bool(self.texts(RDFS + "label", iri) or self.types(iri))

    @cached_property
    def statements(self) -> frozenset[str]:
        """The statements."""
        return frozenset(self.those_of("Statement"))

    @cached_property
    def support(self) -> SupportGraph:
        """What supports each statement."""
        citings = {
            Citing(each.statement, each.source, each.note, each.second_hand)
            for each in self.cited
            if supports(each.intents)
        }
        in_order = sorted(
            citings, key=lambda each: (each.statement, each.source, each.note, each.second_hand)
        )
        return SupportGraph(self.statements, tuple(in_order), tuple(self._steps()))

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """What every statement cites in its own notes, whether it supports it or not."""
        return tuple(
            Cited(statement, source, note, reference, *self._ends(statement, note, reference))
            for statement in sorted(self.statements)
            for note in sorted(self.notes_of(statement))
            for reference in sorted(self.all_of("containsReference", note))
            for source in sorted(self.all_of("referencesSource", reference))
        )

    def citing(self, statement: str, source: str) -> list[Cited]:
        """Return in what ways a statement cites a source as support."""
        return self._citing.get((statement, source), [])

    @cached_property
    def _citing(self) -> dict[tuple[str, str], list[Cited]]:
        found: dict[tuple[str, str], list[Cited]] = {}
        for each in self.cited:
            if supports(each.intents):
                found.setdefault((each.statement, each.source), []).append(each)
        return found

    def notes_of(self, statement: str) -> frozenset[str]:
        """Return the notes that a statement calls or stands in."""
        return self.all_of("citesNote", statement) | self._stands_in(statement)

    def only_in(self, note: str) -> frozenset[str]:
        """Return the statements that are made nowhere else than in a note."""
        passages = self.those_with("inNote", note)
        made_here = chain.from_iterable(self.those_with("expressedIn", passage) for passage in passages)
        return frozenset(name for name in made_here if self.all_of("expressedIn", name) <= passages)

    def works_of(self, iris: Iterable[str]) -> frozenset[str]:
        """Return works with all that is contained in them, and the works of authors likewise."""
        found: set[str] = set()
        agenda = list(iris)
        while agenda:
            iri = agenda.pop()
            if iri not in found:
                found.add(iri)
                agenda += self.those_with("containedIn", iri) | self.those_with("hasAuthor", iri)
        return frozenset(iri for iri in found if self.is_a("Source", iri))

    def objections(self) -> list[Objection]:
        """Return the attacks, concessions and questions, with what answers them."""
        attacks = [(name, self.all_of("attackingStatement", name), self.all_of("attackedElement", name))
                   for name in self._subjects("attackingStatement")]  # fmt: skip
        concessions = [(name, self.all_of("concedes", name), self.all_of("limitsEffectOn", name))
                       for name in self._subjects("concedes")]  # fmt: skip
        made = {name for name, _, _ in (*attacks, *concessions)}
        questions = [
            (name, frozenset[str](), frozenset[str]())
            for name in self._subjects("answeredBy")
            if name not in made
        ]
        return [
            Objection(name, by, against, self._answers(name, by))
            for name, by, against in sorted((*attacks, *concessions, *questions))
        ]

    def _answers(self, objection: str, by: frozenset[str]) -> frozenset[str]:
        """Return what answers an objection: what is said to, what attacks it or what makes it."""
        attackable = {
            objection,
            *by,
            *chain.from_iterable(self.those_with("hasConclusion", name) for name in by),
        }
        attacks = chain.from_iterable(self.those_with("attackedElement", name) for name in attackable)
        attackers = chain.from_iterable(self.all_of("attackingStatement", attack) for attack in attacks)
        return self.all_of("answeredBy", objection) | frozenset(attackers)

    def _subjects(self, name: str) -> list[str]:
        return sorted(map(id_of, self._index.forwards(am(name))))

    def _steps(self) -> Iterator[Step]:
        for argument in self._subjects("hasConclusion"):
            grounds = self.all_of("hasPremise", argument) | self.all_of("hasWarrant", argument)
            for conclusion in sorted(self.all_of("hasConclusion", argument)):
                yield Step(argument, conclusion, grounds)

    def _stands_in(self, statement: str) -> frozenset[str]:
        passages = self.all_of("expressedIn", statement)
        return frozenset(chain.from_iterable(self.all_of("inNote", passage) for passage in passages))

    def _ends(self, statement: str, note: str, reference: str) -> tuple[frozenset[str], bool]:
        """Return to what ends a reference is cited: as the statement's citations say, or else the note's."""
        citing = self.those_with("hasCitedReference", reference)
        own = citing & self.those_with("hasCitingEntity", statement)
        chosen = own or citing & self.those_with("hasCitingEntity", note)
        intents = frozenset(chain.from_iterable(self.all_of("intent", each) for each in chosen))
        hands = [self.texts(am("secondHand"), each) == [_TRUE] for each in chosen]
        return intents, bool(hands) and all(hands)
