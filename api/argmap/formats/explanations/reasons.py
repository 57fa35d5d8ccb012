"""Why a thing stands as it does, in one clause each; what is below it is told on lines of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.formats.explanations import words
from argmap.formats.impact.outline import Part, joined
from argmap.formats.impact.words import number
from argmap.formats.trace.words import several

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
    reason = _OF[nodes[step["id"]]["element"]](nodes, {**step, "status": here(step)})
    return [*_apart(step), *reason]


def here(step: Step) -> str:
    """Return how a thing stands by what counts of it where it is told: as it does, unless that is a part."""
    return str(step.get("apart", step["status"]))


def _apart(step: Step) -> list[Part]:
    if "apart" not in step:
        return []
    return ["by what is strong enough here, " if step.get("weighed") else "apart from the circle, "]


def _of_statement(nodes: Nodes, step: Step) -> list[Part]:
    ways = below(step, "given", "argument")
    if not ways:
        return _of_bare_statement(step)
    if step["status"] == "in":
        return _standing(nodes, next((way for way in ways if here(way) == "in"), ways[0]))
    more = _not_counting(step, "another argument", "other arguments")
    return [*_failing_ways(nodes, step, ways), *([", and ", *more] if more else [])]


def _failing_ways(nodes: Nodes, step: Step, ways: Sequence[Step]) -> list[Part]:
    if len(ways) > 1:
        return [f"none of the {len(ways)} ways in which it could stand {_does(step)}"]
    (way,) = ways
    if way["as"] == "given":
        known = words.given(nodes[step["id"]], way["notes"])
        return [f"{known}, but ", *_hindered(below(way), step["status"])]
    known = (
        "the one argument for it that is strong enough" if step.get("weaker") else "the one argument for it"
    )
    return [f"{known} ", words.STATE["argument"][here(way)]]


def _not_counting(step: Step, one: str, many: str) -> list[Part]:
    """Return that arguments for a statement rest on what they are to hold up, none if there are no such."""
    count, upon = len(step.get("resting", ())), step.get("upon", ())
    if not count:
        return []
    own = [each["id"] for each in upon] == [step["id"]]
    names = [[words.quoted(each)] for each in upon]
    arguments = f"{one} rests" if count == 1 else f"{count} {many} rest"
    return [
        f"{arguments} on ",
        *joined([] if own else names, " and "),
        "itself" if own else " itself" if len(names) == 1 else "",
        "; a circle holds nothing up",
    ]


def _does(step: Step) -> str:
    return "does" if step["status"] == "out" else "is settled in its favour"


def _of_bare_statement(step: Step) -> list[Part]:
    objections = below(step, "objection", "outweighing")
    if step["status"] == "in":
        return [_failing(step)]
    if not objections:
        only = _not_counting(step, "its only argument", "arguments, all there are for it,")
        if step.get("weaker"):
            return [
                "nothing that is strong enough speaks for it",
                *([", and ", *_not_counting(step, "an argument", "arguments")] if only else []),
            ]
        return only or ["nothing speaks for it"]
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
    doing = [each for each in hindrances if here(each) == ("in" if status == "out" else "undecided")]
    many = number(len(doing), "one objection", "objections").removeprefix("1 ")
    if status == "out":
        return ["an objection succeeds" if len(doing) == 1 else f"{many} succeed"]
    return [f"{many} {'is' if len(doing) == 1 else 'are'} undecided"]


def _of_argument(nodes: Nodes, step: Step) -> list[Part]:
    premises, objections = below(step, "premise"), below(step, "objection")
    if step["status"] == "in":
        return [f"{_premises(premises)}, and {_failing(step)}" if premises else _failing(step)]
    bad = [each for each in premises if here(each) != "in"]
    if bad and (step["status"] == "undecided" or not _succeeding(objections)):
        failing = [each for each in bad if here(each) == step["status"]] or bad
        state = _state(nodes, failing[0])
        return [f"a premise is {state}" if len(failing) == 1 else f"{len(failing)} premises are {state}"]
    return _hindered(objections, step["status"])


def _state(nodes: Nodes, step: Step) -> str:
    """Return how a statement stands by what counts of it: one that has more than that is not defeated."""
    if "apart" in step and here(step) == "out":
        return "without support here"
    return words.stands(nodes[step["id"]], here(step))


def _succeeding(objections: Sequence[Step]) -> list[Step]:
    return [each for each in objections if here(each) == "in"]


def _premises(premises: Sequence[Step]) -> str:
    return (
        "its one premise is accepted" if len(premises) == 1 else f"its {len(premises)} premises are accepted"
    )


def _of_attack(nodes: Nodes, step: Step) -> list[Part]:
    reason = _of_attack_itself(nodes, step)
    # Of what is explained its makers are told before.
    makers = _makers(nodes[step["id"]]) if step["as"] == "objection" else []
    if len(makers) > 1 or (makers and nodes[step["id"]].get("makers")):
        return ["made with ", *joined([[words.quoted(each)] for each in makers], " or "), ", and ", *reason]
    return reason


def _makers(thing: Thing) -> Sequence[Thing]:
    """Return the statements any of which makes an attack."""
    return several(thing.get("derived", thing).get("attackingStatement", []))


def _of_attack_itself(nodes: Nodes, step: Step) -> list[Part]:
    replies, made = below(step, "objection"), below(step, "attackingStatement")
    if below(step, "outweighing"):
        return ["what it is directed against is put more strongly"]
    if step["status"] == "in":
        return [_unanswered(step, replies)]
    if step["status"] == "out":
        answering = _succeeding(replies)
        if answering:
            return ["it is answered by ", words.quoted(nodes[answering[0]["id"]]), *_as_nobody(answering[0])]
        return [_unmade(nodes, made)]
    open_ = [each for each in (*made, *replies) if here(each) == "undecided"]
    return [
        "what it is made with is undecided"
        if open_ and open_[0]["as"] == "attackingStatement"
        else "an answer to it is undecided"
    ]


def _unmade(nodes: Nodes, made: Sequence[Step]) -> str:
    if len(made) > 1:
        return f"none of the {len(made)} stands" if len(made) > 2 else "neither of them stands"
    return (
        f"what it is made with is {_state(nodes, made[0])}" if made else "nothing that it is made with stands"
    )


def _as_nobody(step: Step) -> list[Part]:
    return [", which nobody disputes"] if undisputed(step) else []


def _unanswered(step: Step, replies: Sequence[Step]) -> str:
    if not replies:
        return "nobody answers it" if undisputed(step) else "no answer to it holds"
    return "the one answer to it fails" if len(replies) == 1 else f"the {len(replies)} answers to it fail"


_OF = {"statement": _of_statement, "argument": _of_argument, "attack": _of_attack}
