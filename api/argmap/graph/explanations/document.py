"""An explanation as a document: what is explained, the reasons as a tree, the part of the map."""

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.graph.explanations.described import Described
from argmap.graph.explanations.fragment import edges, kind
from argmap.graph.explanations.standings import supported
from argmap.graph.explanations.step import Step
from argmap.model.dispute import Dispute
from argmap.model.framework import Label
from argmap.reasoning.acceptability.explaining import Explanation

Object = dict[str, Any]


def document(
    thing: str,
    asked: Object,
    explanation: Explanation,
    told: Sequence[Step],
    labels: Mapping[str, Label],
    dispute: Dispute,
    described: Described,
) -> Object:
    """Return the document; what is said of a thing is in `nodes`, and elsewhere it goes by its IRI."""
    return {
        "explains": _node(dispute, described, asked["reading"], thing, explanation.label),
        "asked": asked,
        "status": explanation.label,
        "explanation": {
            **_verdict(explanation),
            "because": [_step(dispute, described, each) for each in told],
        },
        "nodes": [_node(dispute, described, asked["reading"], iri, label) for iri, label in labels.items()],
        "edges": edges(dispute, labels),
    }


def _verdict(explanation: Explanation) -> Object:
    if not explanation.finished:
        return {"finished": False, "unfinished": explanation.because}
    return {
        "finished": True,
        "manner": explanation.manner,
        "by": explanation.by,
        "forces": explanation.forces,
        "minimum": explanation.minimum,
        "minimal": explanation.minimal,
        "credulous": explanation.credulous,
    }


def _node(dispute: Dispute, described: Described, reading: str, iri: str, label: Label) -> Object:
    said = described.of(iri)
    element = kind(dispute, iri)
    notes = described.notes(iri) if element == "statement" else []
    parts = _parts(dispute, described, iri)
    bare = {"unsupported": True} if label == "out" and _unsupported(dispute, reading, iri) else {}
    return {
        **said,
        **parts,
        "element": element,
        "status": label,
        **bare,
        **({"notes": notes} if notes else {}),
    }


def _unsupported(dispute: Dispute, reading: str, iri: str) -> bool:
    """Whether nothing speaks for a statement, or only what rests on it, whatever is said against it."""
    if iri not in dispute.statements:
        return False
    if reading == "flat":  # there a statement stands, argued for or not, unless it lost what it stood by
        return not dispute.statements[iri].founded and iri not in dispute.concluding
    return iri not in supported(dispute)


def _parts(dispute: Dispute, described: Described, iri: str) -> Object:
    """Return what an argument concludes, or what an attack is made with and directed against."""
    if iri in dispute.inferences:
        return {"hasConclusion": described.brief(dispute.inferences[iri].conclusion)}
    if iri not in dispute.objections:
        return {}
    objection = dispute.objections[iri]
    made = [described.brief(each) for each in sorted(objection.by)]
    ends = {
        "attackingStatement": made[0] if len(made) == 1 else made,
        "attackedElement": described.brief(objection.target),
    }
    derived = described.of(iri).get("derived")
    # What the graph does not know it says nothing of.
    return ends if derived is None else {"derived": {**derived, **ends}}


def _step(dispute: Dispute, described: Described, step: Step) -> Object:
    said: Object = {"id": step.thing, "as": step.role, "status": step.label}
    if step.role == "given":
        said["notes"] = described.notes(step.thing)
    if step.role == "objection":
        objection = dispute.objections[step.thing]
        said["madeAgainst"] = described.brief(objection.target)
        said["madeBy"] = [described.brief(each) for each in sorted(objection.by)]
    if overruled := _overruled(dispute, step):
        said["overruled"] = overruled
    said |= _by_a_part(described, step)
    flags = {"again": step.again, "circular": step.circular, "undisputed": step.undisputed, "open": step.open}
    said |= {name: True for name, value in flags.items() if value}
    if step.because:
        said["because"] = [_step(dispute, described, each) for each in step.because]
    return said


def _by_a_part(described: Described, step: Step) -> Object:
    """Return how a thing stands by what counts of it where only a part does, and what does not count."""
    said: Object = {"apart": step.apart} if step.apart else {}
    if step.resting:
        said |= {"resting": list(step.resting), "upon": [described.brief(each) for each in step.upon]}
    flags = {"weighed": step.weighed, "weaker": step.weaker}
    return said | {name: True for name, value in flags.items() if value}


def _overruled(dispute: Dispute, step: Step) -> list[str]:
    """Return the objections to what stands that do not count: it is put more strongly than they are."""
    if step.label != "in" or step.again or step.thing in dispute.objections:
        return []
    if any(each.role in ("given", "argument") for each in step.because):
        return []  # these are what is objected to
    inference = dispute.inferences.get(step.thing)
    meant = {step.thing, inference.conclusion} if inference else {step.thing}
    told = {each.thing for each in step.because if each.role == "objection"}
    return sorted(iri for iri, each in dispute.objections.items() if each.target in meant and iri not in told)
