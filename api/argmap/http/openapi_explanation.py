"""The schema of an explanation, for the interface description."""

from typing import Any

from argmap.reasoning.acceptability.results import SEMANTICS
from argmap.reasoning.readings import PREFERENCES, READINGS

Json = dict[str, Any]

_STATUS: Json = {"enum": ["in", "out", "undecided"]}
_STEP: Json = {
    "type": "object",
    "description": "A thing, as what it is told, and what it is so because of.",
    "properties": {
        "id": {"type": "string"},
        "as": {"type": "string"},
        "status": _STATUS,
        "because": {"type": "array", "items": {"$ref": "#/components/schemas/Step"}},
    },
    "required": ["id", "as", "status"],
}
_EDGE: Json = {
    "type": "object",
    "properties": {
        "from": {"type": "string"},
        "to": {"type": "string"},
        "kind": {"enum": ["premise", "conclusion", "attackingStatement", "attacks"]},
    },
    "required": ["from", "to", "kind"],
}


def explanation_schemas(context: Json, thing: Json) -> Json:
    """Return the schemas of explanations; `context` and `thing` are those of other answers."""
    return {"Explanation": _explanation(context, thing), "Step": _STEP}


def _explanation(context: Json, thing: Json) -> Json:
    asked = {"semantics": SEMANTICS, "reading": READINGS, "preferences": PREFERENCES}
    return {
        "description": "The smallest part of a dispute that forces how a thing stands, as JSON-LD.",
        "type": "object",
        "properties": {
            "@context": context,
            "explains": thing,
            "asked": {
                "type": "object",
                "properties": {
                    **{name: {"enum": list(choices)} for name, choices in asked.items()},
                    "seconds": {"type": "number"},
                },
            },
            "status": _STATUS,
            "explanation": {
                "type": "object",
                "properties": {
                    **{name: {"type": "boolean"} for name in ("finished", "forces", "minimum", "minimal")},
                    "credulous": {"type": "boolean", "description": "Whether some extension accepts it."},
                    "manner": {"enum": ["reasons", "ways", "cases", "conflict", "examples"]},
                    "text": {"type": "string", "description": "All this in words."},
                    "because": {"type": "array", "items": {"$ref": "#/components/schemas/Step"}},
                },
                "required": ["finished", "because", "text"],
            },
            "nodes": {"type": "array", "items": thing},
            "edges": {"type": "array", "items": _EDGE},
        },
        "required": ["@context", "explains", "asked", "status", "explanation", "nodes", "edges"],
    }
