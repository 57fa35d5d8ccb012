"""Reasoning with HermiT, an OWL 2 DL reasoner in Java that owlready2 carries along.

It proves in the checks that ontology and data are consistent and that the rules derive what they entail.
It is far too slow to serve from.
"""

import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import owlready2
import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from argmap.errors import ReasonerFailed, ReasonerMissing
from argmap.reasoning.clues import OUT_OF_RANGE, clues
from argmap.reasoning.entailments import Entailments, Inconsistency, Pair
from argmap.reasoning.hierarchy import Hierarchy
from argmap.reasoning.logical import (
    CLASS,
    OBJECT_PROPERTY,
    OWL,
    TYPE,
    UNIQUE_NAME,
    declared,
    individuals,
    logical,
    unique_names,
)
from argmap.vocabulary import RDFS

_NOTHING = NamedNode(OWL + "Nothing")
_EQUIVALENT = NamedNode(OWL + "equivalentClass")
_SUBCLASS = NamedNode(RDFS + "subClassOf")
_SUBPROPERTY = NamedNode(RDFS + "subPropertyOf")


def reason(
    quads: Iterable[Quad | Triple], *, values: bool = True, unique: bool = True
) -> Entailments | Inconsistency:
    """Return what ontology and data, given together, entail; or that they contradict each other.

    `values` says whether property values are wanted, which takes HermiT most of its time; without them
    `pairs` holds the asserted ones and their super-properties only. `unique` takes different IRIs to name
    different things, as people who write data mean them; OWL by itself would rather hold two values of a
    functional property to be one thing. Raises ReasonerMissing without Java, ReasonerFailed when HermiT
    breaks down.
    """
    if shutil.which(owlready2.JAVA_EXE) is None:
        raise ReasonerMissing
    triples = logical(quads)
    # A literal of a datatype that HermiT does not know stops it, so wrong ones are found beforehand.
    misfits = clues(triples, [OUT_OF_RANGE])
    if misfits:
        return Inconsistency(misfits)
    names = unique_names(individuals(triples)) if unique else set()
    try:
        inferred = _run_hermit(triples | names, values)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Inconsistency(clues(triples))
    return _entailments(triples, triples | inferred)


def _run_hermit(triples: Iterable[Triple], values: bool) -> set[Triple]:
    """Return the non-redundant inferences, from a world of its own: owlready2's default one is global."""
    world = owlready2.World()
    try:
        # owlready2 reads no Turtle.
        text = pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES)
        assert text is not None  # noqa: S101 (bytes are returned when no output is given)
        world.get_ontology("urn:argmap:all").load(fileobj=BytesIO(text))
        owlready2.sync_reasoner_hermit(world, infer_property_values=values, debug=0)
        written = BytesIO()
        world.save(written, format="ntriples")
    except owlready2.OwlReadyInconsistentOntologyError as error:
        remove_input(error)
        raise
    except owlready2.OwlReadyJavaError as error:
        remove_input(error)
        raise ReasonerFailed(str(error)) from error
    finally:
        world.close()
    return {quad.triple for quad in pyoxigraph.parse(written.getvalue(), format=RdfFormat.N_TRIPLES)}


def remove_input(error: Exception) -> None:
    """Remove the file given to HermiT, which owlready2 0.51 leaves behind when HermiT does not succeed."""
    if isinstance(error.__context__, subprocess.CalledProcessError):
        for argument in error.__context__.cmd:
            if argument.startswith("file:///"):
                Path(argument.removeprefix("file:///")).unlink(missing_ok=True)


def _entailments(given: set[Triple], known: set[Triple]) -> Entailments:
    """Return all that is entailed, with the super-classes and super-properties that HermiT leaves out."""
    known = {triple for triple in known if triple.predicate != UNIQUE_NAME}
    classes, properties = declared(given, CLASS), declared(given, OBJECT_PROPERTY)
    kinds = Hierarchy(known, _SUBCLASS, _EQUIVALENT)
    relations = Hierarchy(known, _SUBPROPERTY)
    empty = {kind for kind in classes if _NOTHING in kinds.above(kind)}
    return Entailments(
        unsatisfiable=frozenset(kind.value for kind in empty),
        equivalent=frozenset(
            frozenset(other.value for other in group & classes)
            for group in map(kinds.equal, classes - empty)
            if len(group & classes) > 1
        ),
        above={
            kind.value: frozenset(over.value for over in kinds.above(kind) & classes - {kind})
            for kind in classes
        },
        members=_members(known, kinds, classes),
        pairs=_pairs(known, relations, properties),
    )


def _members(known: set[Triple], kinds: Hierarchy, classes: set[NamedNode]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for triple in known:
        if triple.predicate != TYPE or triple.object not in classes:
            continue
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
            for kind in kinds.above(triple.object) & classes:
                found[kind.value].add(triple.subject.value)
    return {kind: frozenset(names) for kind, names in found.items()}


def _pairs(
    known: set[Triple], relations: Hierarchy, properties: set[NamedNode]
) -> Mapping[str, frozenset[Pair]]:
    found: dict[str, set[Pair]] = defaultdict(set)
    for triple in known:
        if triple.predicate not in properties:
            continue
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
            for relation in relations.above(triple.predicate) & properties:
                found[relation.value].add((triple.subject.value, triple.object.value))
    return {relation: frozenset(pairs) for relation, pairs in found.items()}
