"""Publish the argument of a scholarly article as a knowledge graph."""

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from owlready2 import Ontology

__version__ = "0.1.0"


def load(what: "str | PathLike[str] | None" = None, *, inferred: bool = True) -> "Ontology":
    """Return articles as an owlready2 ontology, to be asked from Python or a notebook.

    Args:
        what: the name of a shipped article (`kuperman-1996`); a folder of your own data, as a path or as a
            text with a slash in it; or None for all the shipped articles. Data of your own are checked first.
        inferred: whether what nobody wrote is there: the shortcuts, such as `tracesToSource`, the roles, such
            as `Counterargument`, and the assessments. Without it, `reason` can find the roles.

    Returns:
        The ontology, in a world of its own (`.world`). Its terms are attributes (`onto.Claim.instances()`),
        things are found with `onto.search(…)` or by IRI (`onto.world[iri]`), and have their properties as
        attributes: a functional one (`claim.text`) gives a value or None, any other (`claim.tracesToSource`)
        a list. `search` gives a lazy list: make it a `list` before you ask whether something is in it. The
        ontology's own `label` (of an assessment) is `am_label`; `label` is rdfs:label.

    Raises:
        NotFound: for an article that is not here; names those like it.
        InputError, CheckFailed: for data of your own that cannot be read, or break rules of the model.
    """
    from argmap.graph.loading import load as loaded

    return loaded(what, inferred=inferred)


def reason(onto: "Ontology", *, values: bool = False) -> None:
    """Run the reasoner HermiT on what `load` gave; things are then also in the classes that follow.

    Args:
        onto: the ontology, as loaded or as you changed it.
        values: whether property values are worked out too, which takes many times longer.

    Raises:
        ReasonerMissing: without Java.
        ReasonerFailed: when HermiT breaks down.
        owlready2.OwlReadyInconsistentOntologyError: when the data contradict the ontology;
            `argmap check --reason` then says where.
    """
    from argmap.reasoning.world import reason_on

    reason_on(onto, values=values)
