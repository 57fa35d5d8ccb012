"""The operation of the OpenAPI document for what-ifs."""

from typing import Any

from argmap.graph.what_if.wanted import CHOICES, ENDS, MOST
from argmap.http.openapi_components import refer

Json = dict[str, Any]

_SUMMARY = "Which labels change, and why, if something is withdrawn, assumed or attacked; nothing is written."
_THESIS = "kuperman-1996/claim/mediators-can-provoke-tragedy"
_REJECTED = "kuperman-1996/claim/leverage-should-never-be-used"

EXAMPLES: dict[str, Json] = {
    "withoutTwoSources": {
        "article": "kuperman-1996",
        "withdraw": ["source/african-rights-1994", "source/bbc-radio-muhabura-1992"],
    },
    "ifARejectedClaimHeld": {
        "article": "kuperman-1996",
        "assume": [_REJECTED],
        "attacks": [{"attackingStatement": _REJECTED, "attackedElement": _THESIS}],
        "semantics": "preferred",
    },
}

_THING: Json = {"type": "string", "minLength": 1, "description": "An IRI, or the short form of one of ours."}
_THINGS: Json = {"type": "array", "items": _THING, "maxItems": MOST, "uniqueItems": True}
_ATTACK: Json = {
    "type": "object",
    "properties": dict.fromkeys(ENDS, _THING),
    "required": list(ENDS),
    "additionalProperties": False,
}
_LABEL: Json = {"enum": ["in", "out", "undecided"]}

BODY: Json = {
    "type": "object",
    "description": "What is supposed of the dispute of an article, and how it is judged.",
    "properties": {
        "article": {**_THING, "description": "The article."},
        "withdraw": {
            **_THINGS,
            "description": "Sources, agents, notes, statements, arguments and attacks that are not there.",
        },
        "assume": {**_THINGS, "description": "Statements that are taken as given."},
        "attacks": {
            "type": "array",
            "items": _ATTACK,
            "maxItems": MOST,
            "uniqueItems": True,
            "description": "Attacks of statements on statements, arguments and attacks.",
        },
        **{name: {"enum": list(choices), "default": choices[0]} for name, choices in CHOICES.items()},
    },
    "required": ["article"],
    "additionalProperties": False,
}

_JUDGED: Json = {
    "allOf": [
        refer("schemas", "Thing"),
        {"type": "object", "properties": {"before": _LABEL, "after": _LABEL}},
    ]
}
_ITEM: Json = {
    "allOf": [
        _JUDGED,
        {
            "type": "object",
            "properties": {"because": {"type": "array", "items": {"type": "object", "required": ["as"]}}},
            "required": ["before", "after", "because"],
        },
    ]
}
ANSWER: Json = {
    "type": "object",
    "description": "What changes. It is no JSON-LD: what would be is no fact.",
    "properties": {
        "article": refer("schemas", "Thing"),
        "withdrawn": {"type": "array", "items": refer("schemas", "Thing")},
        "withdrawnWith": {"type": "array", "items": refer("schemas", "Thing")},
        "assumed": {"type": "array", "items": refer("schemas", "Thing")},
        "attacks": {"type": "array", "items": {"type": "object", "required": list(ENDS)}},
        **{name: {"enum": list(choices)} for name, choices in CHOICES.items()},
        "finished": {"type": "boolean", "description": "False where the time was up: then no label is told."},
        "unfinished": {"type": "string", "description": "What ended the search."},
        "withoutExtension": {
            "type": "object",
            "description": "Whether there was no extension at all, before and after.",
            "additionalProperties": {"type": "boolean"},
        },
        "theses": {"type": "array", "items": _JUDGED},
        "counts": {"type": "object"},
        "items": {"type": "array", "items": _ITEM, "description": "The thesis first, then in reading order."},
        "citedWhereTextIsLost": {"type": "array", "items": refer("schemas", "Thing")},
        "authorsOfNothingCited": {"type": "array", "items": refer("schemas", "Thing")},
        "dataset": {"type": "object", "required": ["digest"]},
    },
    "required": [
        "article", "withdrawn", "withdrawnWith", "assumed", "attacks", *CHOICES,
        "finished", "theses", "items", "dataset",
    ],
}  # fmt: skip

OPERATIONS: Json = {
    "post": {
        "operationId": "what_if",
        "tags": ["what-if"],
        "summary": _SUMMARY,
        "description": "All definitions: docs/what-if.md.",
        "parameters": [
            {
                "name": "format",
                "in": "query",
                "description": "The format of the answer.",
                "schema": {"type": "string", "enum": ["json", "csv"]},
            }
        ],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": BODY,
                    "examples": {name: {"value": value} for name, value in EXAMPLES.items()},
                }
            },
        },
        "responses": {
            "200": {
                "description": _SUMMARY,
                "content": {
                    "application/json": {"schema": ANSWER},
                    "text/csv": {"schema": {"type": "string"}},
                },
            },
            "400": refer("responses", "BadRequest"),
            "404": refer("responses", "NotFound"),
            "406": refer("responses", "NotAcceptable"),
            "413": refer("responses", "TooLarge"),
            "415": refer("responses", "UnsupportedMediaType"),
            "422": refer("responses", "DisputeTooLarge"),
        },
    }
}
