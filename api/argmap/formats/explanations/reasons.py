"""Why a thing stands as it does, in one clause each; what is below it is told on lines of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.formats.explanations import words
from argmap.formats.impact.outline import Part
from argmap.formats.impact.words import number

Thing = Mapping[str, Any]
Step = Mapping[str, Any]
Nodes = Mapping[str, Thing]


def below(step: Step, *roles: str) -> list[Step]:
    """Return the steps below one, of some roles if any are named."""
    return [each for each in step.get("because", ()) if not roles or each["as"] in roles]


def undisputed(step: Step) -> bool:
    """Whether nobody objects to a thing, nor to anything that it is told to stand by."""
    return bool(step.get("undisputed"))


def clause(nodes: Nodes, step: Step) -> list[Part]:
    """Return why a thing stands as it does, as the rest of a sentence that says how it stands."""
    if step.get("circular"):
        return ["which closes the circle"]
    if step.get("again"):
        return ["as told elsewhere here"]
    if step.get("open"):
        return ["by something that makes no difference here"]
    element = nodes[step["id"]]["element"]
    return _OF[element](nodes, step)


def _of_statement(nodes: Nodes, step: Step) -> list[Part]:
    ways = below(step, "given", "argument")
    if not ways:
        return _of_bare_statement(step)
    if step["status"] == "in":
        return _standing(nodes, ways[0])
    if len(ways) > 1:
        return [f"none of the {len(ways)} ways in which it could stand {_does(step)}"]
    (way,) = ways
    if way["as"] == "given":
        known = words.given(nodes[step["id"]], way["notes"])
        return [f"{known}, but ", *_hindered(below(way), step["status"])]
    return ["the one argument for it ", words.STATE["argument"][way["status"]]]


def _does(step: Step) -> str:
    return "does" if step["status"] == "out" else "is settled in its favour"


def _of_bare_statement(step: Step) -> list[Part]:
    objections = below(step, "objection", "outweighing")
    if step["status"] == "in":
        return [_failing(step)]
    if not objections:
        return ["nothing speaks for it"]
    return _hindered(objections, step["status"])


def _standing(nodes: Nodes, way: Step) -> list[Part]:
    """Return by what a statement that is accepted stands."""
    if way["as"] == "given":
        known = words.given(nodes[way["id"]], way["notes"])
        return [f"{known}, and {_failing(way)}"]
    told = [", told elsewhere here"] if way.get("again") else []
    return ["by the argument ", words.quoted(nodes[way["id"]]), *told]


def _failing(step: Step) -> str:
    """Return what becomes of the objections to what stands."""
    objections, weak = below(step, "objection"), len(step.get("overruled", ()))
    if not objections:
        many = "its one objection is" if weak == 1 else f"its {weak} objections are"
        return f"{many} too weak to count" if weak else "nobody objects"
    failing = "its one objection fails" if len(objections) == 1 else f"its {len(objections)} objections fail"
    return f"{failing}, and {weak} more {'is' if weak == 1 else 'are'} too weak to count" if weak else failing


def _hindered(hindrances: Sequence[Step], status: str) -> list[Part]:
    """Return what keeps something from standing."""
    doing = [each for each in hindrances if each["status"] == ("in" if status == "out" else "undecided")]
    many = number(len(doing), "one objection", "objections").removeprefix("1 ")
    if status == "out":
        return ["an objection succeeds" if len(doing) == 1 else f"{many} succeed"]
    return [f"{many} {'is' if len(doing) == 1 else 'are'} undecided"]


def _of_argument(nodes: Nodes, step: Step) -> list[Part]:
    premises, objections = below(step, "premise"), below(step, "objection")
    if step["status"] == "in":
        return [f"{_premises(premises)}, and {_failing(step)}" if premises else _failing(step)]
    bad = [each for each in premises if each["status"] != "in"]
    if bad and (step["status"] == "undecided" or not _succeeding(objections)):
        state = words.STATE["statement"][bad[0]["status"]]
        return [f"a premise is {state}" if len(bad) == 1 else f"{len(bad)} premises are {state}"]
    return _hindered(objections, step["status"])


def _succeeding(objections: Sequence[Step]) -> list[Step]:
    return [each for each in objections if each["status"] == "in"]


def _premises(premises: Sequence[Step]) -> str:
    return (
        "its one premise is accepted" if len(premises) == 1 else f"its {len(premises)} premises are accepted"
    )


def _of_attack(nodes: Nodes, step: Step) -> list[Part]:
    replies, made = below(step, "objection"), below(step, "attackingStatement")
    if below(step, "outweighing"):
        return ["what it is directed against is put more strongly"]
    if step["status"] == "in":
        return [_unanswered(step, replies)]
    if step["status"] == "out":
        answering = _succeeding(replies)
        if answering:
            return ["it is answered by ", words.quoted(nodes[answering[0]["id"]]), *_as_nobody(answering[0])]
        return ["what it is made with is defeated"]
    open_ = [each for each in (*made, *replies) if each["status"] == "undecided"]
    return [
        "what it is made with is undecided"
        if open_ and open_[0]["as"] == "attackingStatement"
        else "an answer to it is undecided"
    ]


def _as_nobody(step: Step) -> list[Part]:
    return [", which nobody disputes"] if undisputed(step) else []


def _unanswered(step: Step, replies: Sequence[Step]) -> str:
    if not replies:
        return "nobody answers it" if undisputed(step) else "no answer to it holds"
    return "the one answer to it fails" if len(replies) == 1 else f"the {len(replies)} answers to it fail"


_OF = {"statement": _of_statement, "argument": _of_argument, "attack": _of_attack}
