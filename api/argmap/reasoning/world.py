"""Articles as owlready2 has them: Python objects for the terms and things, and HermiT on top.

https://owlready2.readthedocs.io. Each load has a world of its own: owlready2's default one is shared by
everything in the process.
"""

import shutil
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

import owlready2
import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat, Triple

from argmap.errors import ReasonerFailed, ReasonerMissing
from argmap.reasoning.hermit import remove_input
from argmap.reasoning.logical import NAMED_INDIVIDUAL, OWL, TYPE, individuals, logical
from argmap.vocabulary import AM, ONTOLOGY, PREFIXES, RDFS

if TYPE_CHECKING:
    from owlready2 import Ontology

# Of what entails nothing, the parts that people read. Others' annotations would take the names of our terms.
_READ = {
    NamedNode(iri)
    for iri in (RDFS + "label", RDFS + "comment", f"{PREFIXES['skos']}definition", f"{AM}intent")
}
_ANNOTATION = NamedNode(OWL + "AnnotationProperty")
# A term of ours whose name is one of owlready2's own, such as `label`.
RENAMED = "am_"


def ontology_of(triples: Iterable[Triple]) -> "Ontology":
    """Return ontology and data as an owlready2 ontology, in a world of its own.

    It has the axioms, the things with their classes, relations and values, and labels and definitions. Where
    a property of ours bears the name of one that owlready2 has itself, its Python name begins with `am_`.
    """
    given = set(triples)
    known = logical(given) | {triple for triple in given if triple.predicate in _READ}
    known -= {triple for triple in known if _is_foreign_annotation(triple)}
    known |= {Triple(name, TYPE, NAMED_INDIVIDUAL) for name in individuals(known)}
    known.add(Triple(NamedNode(ONTOLOGY), TYPE, NamedNode(OWL + "Ontology")))
    ontology = owlready2.World().get_ontology(AM)
    # owlready2 reads no Turtle.
    text = pyoxigraph.serialize(sorted(known, key=str), format=RdfFormat.N_TRIPLES) or b""
    ontology.load(fileobj=BytesIO(text))
    _rename(ontology)
    return ontology


def reason_on(ontology: "Ontology", *, values: bool = False) -> None:
    """Let HermiT put things into the classes that they are found to belong to, in the ontology's world.

    With `values` it also works out property values, which takes many times longer. Raises ReasonerMissing
    without Java, ReasonerFailed when HermiT breaks down, and owlready2's OwlReadyInconsistentOntologyError.
    """
    if shutil.which(owlready2.JAVA_EXE) is None:
        raise ReasonerMissing
    try:
        owlready2.sync_reasoner_hermit(ontology.world, infer_property_values=values, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        remove_input(error)
        raise
    except owlready2.OwlReadyJavaError as error:
        remove_input(error)
        raise ReasonerFailed(str(error)) from error


def _is_foreign_annotation(triple: Triple) -> bool:
    """Whether a triple declares an annotation property that no value is kept of."""
    return triple.predicate == TYPE and triple.object == _ANNOTATION and triple.subject not in _READ


def _rename(ontology: "Ontology") -> None:
    """Give properties of ours another Python name where owlready2 has a property of that name."""
    own = owlready2.owl_world._props
    for property_ in list(ontology.properties()):
        if property_.name in own and property_.iri.startswith(AM):
            property_.python_name = RENAMED + property_.name
            # owlready2 forgets its own when another has taken its name.
            ontology.world._props[property_.name] = own[property_.name]
