"""The operation of the OpenAPI document for frameworks."""

from typing import Any

from argmap.http.frameworks import APX, CHOICES, TGF
from argmap.http.openapi_components import refer
from argmap.http.representations import JSON

Json = dict[str, Any]

_SUMMARY = "The dispute of an article as an abstract framework of arguments that attack one another."
_ANSWER: Json = {
    "type": "object",
    "description": "The framework. It is no JSON-LD: it is a way to read the article.",
    "properties": {
        "article": {"type": "string", "format": "iri"},
        **{name: {"enum": list(choices)} for name, choices in CHOICES.items()},
        "arguments": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "name": {"type": "string", "description": "The IRI of the thing, if it has its label."},
                    "kind": {"enum": ["statement", "argument", "attack", "lacking", "given", "step", "part"]},
                    "thing": {"type": "string", "format": "iri"},
                },
                "required": ["name", "kind", "thing"],
            },
        },
        "attacks": {
            "type": "array",
            "items": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
        },
    },
    "required": ["article", *CHOICES, "arguments", "attacks"],
}
_DESCRIPTIONS = {
    "reading": "Whether what has a line of reasoning stands, or what is left undisputed.",
    "preferences": "Whether every attack counts, or one on what is stronger strikes back.",
}

OPERATIONS: Json = {
    "get": {
        "operationId": "frameworks_detail",
        "tags": ["frameworks"],
        "summary": _SUMMARY,
        "description": "In JSON, or as solvers read it. All definitions: docs/acceptability.md.",
        "parameters": [
            {
                "name": "article",
                "in": "path",
                "required": True,
                "description": "The article.",
                "schema": {"type": "string"},
                "example": "kuperman-1996",
            },
            *(
                {
                    "name": name,
                    "in": "query",
                    "description": _DESCRIPTIONS[name],
                    "schema": {"type": "string", "enum": list(choices), "default": choices[0]},
                }
                for name, choices in CHOICES.items()
            ),
            {
                "name": "format",
                "in": "query",
                "description": "The format of the answer, whatever the Accept field says.",
                "schema": {"type": "string", "enum": [JSON.name, TGF.name, APX.name]},
            },
        ],
        "responses": {
            "200": {
                "description": _SUMMARY,
                "headers": {name: refer("headers", name) for name in ("ETag", "Link", "Vary")},
                "content": {
                    JSON.media_type: {"schema": _ANSWER},
                    TGF.media_type: {"schema": {"type": "string"}},
                    APX.media_type: {"schema": {"type": "string"}},
                },
            },
            "304": refer("responses", "NotModified"),
            "400": refer("responses", "BadRequest"),
            "404": refer("responses", "NotFound"),
            "406": refer("responses", "NotAcceptable"),
        },
    }
}
