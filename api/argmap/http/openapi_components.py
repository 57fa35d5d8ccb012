"""What the operations of the OpenAPI document share: schemas, problem answers, fields of answers."""

from typing import Any

from argmap.formats.citations import DEFAULT_STYLE
from argmap.http import problems
from argmap.http.openapi_explanation import explanation_schemas
from argmap.http.parameters import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET

Json = dict[str, Any]

_CONTEXT = {"type": "string", "format": "uri", "description": "The address of the JSON-LD context."}
_THING = {"$ref": "#/components/schemas/Thing"}

SCHEMAS: Json = {
    "Thing": {
        "type": "object",
        "description": "A thing of the graph. Its keys are terms of the ontology, without prefix.",
        "properties": {
            "id": {"type": "string", "format": "iri", "description": "The thing's IRI."},
            "type": {
                "description": "The classes it belongs to.",
                "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            },
            "label": {"type": "string", "description": "Its name, for people."},
        },
        "required": ["id"],
        "additionalProperties": True,
    },
    "List": {
        "type": "object",
        "description": "One page of a list, as JSON-LD.",
        "properties": {
            "@context": _CONTEXT,
            "items": {"type": "array", "items": _THING},
            "total": {
                "type": "integer",
                "minimum": 0,
                "description": "How many items there are on all pages.",
            },
        },
        "required": ["@context", "items", "total"],
    },
    "Tree": {
        "description": "A thing with what belongs to it embedded, as JSON-LD.",
        "allOf": [
            _THING,
            {
                "type": "object",
                "properties": {
                    "@context": _CONTEXT,
                    "truncated": {
                        "type": "boolean",
                        "description": "True when a part was left off for its size.",
                    },
                },
                "required": ["@context"],
            },
        ],
    },
    "Impact": {
        "description": "What falls if something is withdrawn, as JSON-LD.",
        "type": "object",
        "properties": {
            "@context": _CONTEXT,
            "withdrawn": {"type": "array", "items": _THING},
            "uncited": {"enum": ["stands", "falls"], "description": "How uncited statements are read."},
            "counts": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
            "theses": {"type": "array", "items": _THING},
            "items": {"type": "array", "items": _THING, "description": "Statements that are not as before."},
            "strengthened": {"type": "array", "items": _THING},
            "revived": {"type": "array", "items": _THING},
            "unaffected": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["@context", "withdrawn", "uncited", "counts", "theses", "items"],
    },
    "Bearing": {
        "description": "Which sources carry the most, as JSON-LD.",
        "type": "object",
        "properties": {
            "@context": _CONTEXT,
            "uncited": {"enum": ["stands", "falls"], "description": "How uncited statements are read."},
            "size": {"type": "integer", "minimum": 1, "description": "How large a set may be."},
            "truncated": {"type": "boolean", "description": "True when larger sets were not looked for."},
            "targets": {"type": "array", "items": _THING},
            "singleSource": {"type": "array", "items": _THING},
            "items": {"type": "array", "items": _THING, "description": "The sources."},
        },
        "required": ["@context", "uncited", "size", "truncated", "targets", "singleSource", "items"],
    },
    **explanation_schemas(_CONTEXT, _THING),
    "Trace": {
        "description": "A thing and every path from it, as JSON-LD.",
        "allOf": [
            _THING,
            {
                "type": "object",
                "properties": {
                    "@context": _CONTEXT,
                    "hops": {"type": "array", "items": {"$ref": "#/components/schemas/Hop"}},
                    "total": {"type": "integer", "minimum": 0, "description": "How many paths are shown."},
                    "truncated": {"type": "boolean", "description": "True when paths were left off."},
                    "style": {"type": "string", "description": "The style in which works are cited."},
                    "dataset": {
                        "type": "object",
                        "description": "The state of the data: the same digest gives the same answer.",
                        "properties": {"version": {"type": "string"}, "digest": {"type": "string"}},
                        "required": ["digest"],
                    },
                },
                "required": ["@context", "hops", "total", "style", "dataset"],
            },
        ],
    },
    "Hop": {
        "description": "A thing on a path, with all that follows it.",
        "allOf": [
            _THING,
            {
                "type": "object",
                "properties": {
                    "type": {"type": "string", "description": "Its most telling class."},
                    "via": {
                        "type": "string",
                        "description": "The key that leads to it from the thing above.",
                    },
                    "inherited": {
                        "type": "boolean",
                        "description": "True when reached by another statement.",
                    },
                    "precision": {"type": "string", "enum": ["citation", "note"]},
                    "precisionReason": {"type": "array", "items": {"type": "string"}},
                    "citationText": {"type": "string", "description": "The work, as a note cites it."},
                    "pages": {"type": "array", "items": {"type": "integer"}},
                    "possiblePages": {"type": "array", "items": {"type": "integer"}},
                    "paragraphs": {"type": "array", "items": {"type": "integer"}},
                    "circular": {"type": "boolean", "description": "True when it leads back up as well."},
                    "truncated": {"type": "boolean", "description": "True when paths go on from here."},
                    "hops": {"type": "array", "items": {"$ref": "#/components/schemas/Hop"}},
                },
                "required": ["via"],
            },
        ],
    },
    "Problem": {
        "type": "object",
        "description": "What went wrong (RFC 9457).",
        "properties": {
            "type": {
                "type": "string",
                "format": "uri-reference",
                "enum": [kind.type for kind in problems.KINDS],
            },
            "title": {"type": "string"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string", "description": "What is wrong here, and a way out."},
        },
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": True,
    },
}
SCHEMAS["Problem"]["properties"]["type"]["enum"].append("about:blank")

HEADERS: Json = {
    "ETag": {"description": "A strong tag: send it back as If-None-Match.", "schema": {"type": "string"}},
    "Link": {
        "description": "The query behind the answer (describedby); of lists also first, prev, next, last.",
        "schema": {"type": "string"},
    },
    "Vary": {"description": "Which fields of the request chose the answer.", "schema": {"type": "string"}},
    "Truncated": {
        "description": "`true` when a part was left off for its size.",
        "schema": {"type": "string", "enum": ["true"]},
    },
    "Hurried": {
        "description": "`true` when there was not the time for the best answer: another time may bring it.",
        "schema": {"type": "string", "enum": ["true"]},
    },
    "Retry-After": {
        "description": "After how many seconds it is worth asking again.",
        "schema": {"type": "string", "pattern": "^[0-9]+$"},
    },
    "WWW-Authenticate": {"description": "How to send the token.", "schema": {"type": "string"}},
}

SECURITY_SCHEMES: Json = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "Only servers whose operator has set a token (`ARGMAP_TOKEN`) ask for it.",
    }
}

PARAMETERS: Json = {
    "limit": {
        "name": "limit",
        "in": "query",
        "description": "How many items a page has at most.",
        "schema": {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
    },
    "offset": {
        "name": "offset",
        "in": "query",
        "description": "How many items to pass over.",
        "schema": {"type": "integer", "minimum": 0, "maximum": MAX_OFFSET, "default": 0},
    },
    "style": {
        "name": "style",
        "in": "query",
        "description": "The citation style (CSL) in which works are cited.",
        "schema": {"type": "string", "default": DEFAULT_STYLE},
    },
}


def refer(section: str, name: str) -> Json:
    """Return a reference to a component."""
    return {"$ref": f"#/components/{section}/{name}"}


def _problem(description: str, *headers: str) -> Json:
    content = {problems.MEDIA_TYPE: {"schema": refer("schemas", "Problem")}}
    fields = {"headers": {name: refer("headers", name) for name in headers}} if headers else {}
    return {"description": description, **fields, "content": content}


RESPONSES: Json = {
    "NotModified": {"description": "What you have is still the answer."},
    "BadRequest": _problem("A parameter is unknown, missing, or does not fit; the message says what would."),
    "Refused": _problem("The query is understood and not allowed."),
    "NotFound": _problem("There is no such thing; `nearest` names some that are like it."),
    "NotAcceptable": _problem("None of the accepted media types is on offer; `offered` are those that are."),
    "TooLarge": _problem("The body has more bytes than this server takes (`ARGMAP_REQUEST_BYTES`)."),
    "NotReady": _problem("`store` or `workers` does not answer."),
    "UnsupportedMediaType": _problem("The body is of a media type that is not read here."),
    "TooMuchMemory": _problem("The query needs more memory than one may (`ARGMAP_QUERY_MEGABYTES`)."),
    "DisputeTooLarge": _problem("Circles of support make this reading too large; take the flat one."),
    "TooSlow": _problem("The query took longer than one may (`ARGMAP_QUERY_SECONDS`)."),
    "Broken": _problem("The engine broke down over the query."),
    "Unauthorized": _problem("The token is missing or wrong (`ARGMAP_TOKEN`).", "WWW-Authenticate"),
    "TooMany": _problem(
        "One client sends too many requests (`ARGMAP_RATE`), or asks too many queries at once.", "Retry-After"
    ),
    "Unavailable": _problem("Too many connections are open, or too many queries wait.", "Retry-After"),
}
# What any address may answer, before it looks at what is asked.
GENERAL_RESPONSES: Json = {
    "401": refer("responses", "Unauthorized"),
    "429": refer("responses", "TooMany"),
    "503": refer("responses", "Unavailable"),
}
