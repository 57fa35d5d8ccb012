"""The operations of the OpenAPI document that no query file stands behind."""

from typing import Any

from argmap.http.openapi_components import refer
from argmap.http.openapi_frameworks import OPERATIONS as FRAMEWORKS
from argmap.http.openapi_what_if import OPERATIONS as WHAT_IF
from argmap.http.parameters import MAX_LIMIT

Json = dict[str, Any]

TAGS: list[Json] = [
    {"name": "audits", "description": "What an editor would look into: faults of notes and arguments."},
    {"name": "frameworks", "description": "What attacks what, as abstract frameworks for solvers."},
    {"name": "what-if", "description": "What would stand if something were otherwise."},
    {"name": "queries", "description": "The catalogue of query files, and any of them run."},
    {"name": "sparql", "description": "The SPARQL 1.1 Protocol."},
    {"name": "linked data", "description": "Things by their IRI, the ontology, the context, the data set."},
    {"name": "server", "description": "The server itself."},
]

_GRAPH_TYPES = ("application/ld+json", "text/turtle", "application/n-triples", "application/rdf+xml")
_TRACE_TYPES = ("application/json", "text/markdown", "text/csv", "application/sparql-query")
_RESULT_TYPES = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
# Clients that know no better ask for these; they get the same.
_PLAIN_TYPES = ("application/json", "application/xml", "text/plain")
_TEXT: Json = {"schema": {"type": "string"}}
_OBJECT: Json = {"schema": {"type": "object"}}
_ANY_JSON: Json = {"schema": {"type": ["object", "array"]}}  # a graph as JSON-LD is an array of nodes
_NOT_ACCEPTABLE = {"406": refer("responses", "NotAcceptable")}


def _content(*media_types: str) -> Json:
    return {media_type: _ANY_JSON if media_type.endswith("json") else _TEXT for media_type in media_types}


def _object(media_type: str) -> Json:
    return {media_type: _OBJECT}


def _get(operation: str, tag: str, summary: str, content: Json, **more: Any) -> Json:
    answers = {"200": {"description": summary, "content": content}, **more.pop("responses", {})}
    return {
        "get": {"operationId": operation, "tags": [tag], "summary": summary, "responses": answers, **more}
    }


def _tagged(operation: str, tag: str, summary: str, content: Json, **more: Any) -> Json:
    """Return what `_get` does, for an answer that has an entity tag."""
    operations = _get(operation, tag, summary, content, **more)
    answers = operations["get"]["responses"]
    answers["200"]["headers"] = {name: refer("headers", name) for name in ("ETag", "Vary")}
    answers["304"] = refer("responses", "NotModified")
    return operations


def _in_query(name: str, description: str, schema: Json | None = None) -> Json:
    return {"name": name, "in": "query", "description": description, "schema": schema or {"type": "string"}}


def _one_of(*names: str) -> Json:
    return {"type": "string", "enum": list(names)}


def _in_path(name: str, description: str, example: str) -> Json:
    schema = {"type": "string"}
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
        "example": example,
    }


_IRIS: Json = {"type": "array", "items": {"type": "string", "format": "iri"}}
_GRAPHS = [
    _in_query("default-graph-uri", "A graph that makes up the default graph.", _IRIS),
    _in_query("named-graph-uri", "A graph that `GRAPH` may name.", _IRIS),
]
_FORMAT = _in_query(
    "format", "json, xml, csv or tsv for tables; turtle, ntriples, rdfxml or jsonld for graphs."
)
_SPARQL_ANSWERS: Json = {
    "200": {
        "description": "The result.",
        "headers": {"Truncated": refer("headers", "Truncated")},
        "content": _content(*_RESULT_TYPES, *_GRAPH_TYPES, *_PLAIN_TYPES),
    },
    "400": refer("responses", "BadRequest"),
    "403": refer("responses", "Refused"),
    "422": refer("responses", "TooMuchMemory"),
    "500": refer("responses", "Broken"),
    "504": refer("responses", "TooSlow"),
    **_NOT_ACCEPTABLE,
}
_FORM: Json = {
    "type": "object",
    "properties": {
        "query": {"type": "string"},
        "default-graph-uri": _IRIS,
        "named-graph-uri": _IRIS,
        "format": {"type": "string"},
    },
    "required": ["query"],
}
_ASK = "ASK { ?claim a <https://w3id.org/argmap/ontology#Claim> }"

_SPARQL: Json = {
    "get": {
        "operationId": "sparql_get",
        "tags": ["sparql"],
        "summary": "Answer a SPARQL query; without one, describe the service.",
        "parameters": [
            {**_in_query("query", "SELECT, ASK, CONSTRUCT or DESCRIBE."), "example": _ASK},
            *_GRAPHS,
            _FORMAT,
        ],
        "responses": _SPARQL_ANSWERS,
    },
    "post": {
        "operationId": "sparql_post",
        "tags": ["sparql"],
        "summary": "Answer a SPARQL query.",
        "parameters": [*_GRAPHS, _FORMAT],
        "requestBody": {
            "required": True,
            "content": {
                "application/sparql-query": {**_TEXT, "example": _ASK},
                "application/x-www-form-urlencoded": {"schema": _FORM},
            },
        },
        "responses": {
            **_SPARQL_ANSWERS,
            "413": refer("responses", "TooLarge"),
            "415": refer("responses", "UnsupportedMediaType"),
        },
    },
}

_REFUSED = {"400": refer("responses", "BadRequest"), **_NOT_ACCEPTABLE}
_REFUSED_OR_UNKNOWN = {**_REFUSED, "404": refer("responses", "NotFound")}
_QUERY_NAME = _in_path("name", "The file's folder and name; the slash stands as it is.", "claims/list")
_THING = _in_path("thing", "What follows `/id/` in the IRI; slashes stand as they are.", "kuperman-1996")
_GRAPH_FORMAT = _in_query(
    "format", "The format of the answer.", _one_of("turtle", "ntriples", "rdfxml", "jsonld")
)
_ALIGNMENT = _in_path("name", "The name of the alignment.", "spar")
_VERSION = _in_path("version", "The version, as its version IRI ends.", "1.0.0")
_DOCUMENT_FORMAT = _in_query(
    "format", "The format of the answer.", _one_of("turtle", "ntriples", "rdfxml", "jsonld", "html")
)


def _ontology(operation: str, summary: str, *in_path: Json) -> Json:
    """Return what answers with a document of the ontology, a page for people included."""
    return _tagged(
        operation,
        "linked data",
        summary,
        _content(*_GRAPH_TYPES, "text/html"),
        parameters=[*in_path, _DOCUMENT_FORMAT],
        responses=_REFUSED_OR_UNKNOWN if in_path else _REFUSED,
    )


_TRACED = _in_path("thing", "What follows `/id/` in the IRI.", "source/african-rights-1994")
_TRACE_FORMAT = _in_query(
    "format",
    "The format of the answer.",
    _one_of("json", "markdown", "csv", "turtle", "ntriples", "rdfxml", "sparql"),
)
_THING_FORMAT = _in_query(
    "format", "The format of the answer.", _one_of("json", "turtle", "ntriples", "rdfxml", "sparql")
)

_AUDIT = _in_path("name", "An audit, or a group of audits such as `notes`.", "misprinted-numbers")
_ARTICLE = {
    **_in_query("article", "Only what concerns this article."),
    "example": "kuperman-1996",
}
_FINDINGS_PAGE = [
    _in_query("limit", "How many findings at most.", {"type": "integer", "minimum": 1, "default": MAX_LIMIT}),
    refer("parameters", "offset"),
]

PATHS: Json = {
    "/api/v1/audits": _tagged(
        "audits",
        "audits",
        "Which audits there are.",
        _content("application/json", "text/csv"),
        parameters=[_in_query("format", "The format of the answer.", _one_of("json", "csv"))],
        responses=_REFUSED,
    ),
    "/api/v1/audits/{name}": _tagged(
        "audits_findings",
        "audits",
        "What an audit, or a group of audits, finds.",
        _content("application/json", "text/csv", "application/sparql-query"),
        parameters=[
            _AUDIT,
            _ARTICLE,
            *_FINDINGS_PAGE,
            _in_query("format", "The format of the answer.", _one_of("json", "csv", "sparql")),
        ],
        responses=_REFUSED_OR_UNKNOWN,
    ),
    "/api/v1/frameworks/{article}": FRAMEWORKS,
    "/api/v1/what-if": WHAT_IF,
    "/api/v1/queries": _tagged(
        "queries",
        "queries",
        "The catalogue of query files.",
        _object("application/json"),
        responses=_REFUSED,
    ),
    "/api/v1/queries/{name}": _tagged(
        "queries_run",
        "queries",
        "Run one query file; it takes the parameters that the catalogue names.",
        _content("application/json", "text/csv", *_GRAPH_TYPES, "application/sparql-query"),
        parameters=[_QUERY_NAME],
        responses=_REFUSED_OR_UNKNOWN,
    ),
    "/sparql": _SPARQL,
    "/id/{thing}": _tagged(
        "thing",
        "linked data",
        "A thing, at the path of its IRI.",
        _content(*_GRAPH_TYPES, "application/json", "application/sparql-query"),
        parameters=[_THING, _THING_FORMAT],
        responses=_REFUSED_OR_UNKNOWN,
    ),
    "/id/{thing}/trace": _tagged(
        "thing_trace",
        "linked data",
        "The trace of a statement, a source or a note, under the IRI by which it is cited.",
        _content(*_GRAPH_TYPES, *_TRACE_TYPES),
        parameters=[_TRACED, refer("parameters", "style"), _TRACE_FORMAT],
        responses=_REFUSED_OR_UNKNOWN,
    ),
    "/ontology": _ontology("ontology", "The ontology: its terms, and the argumentation schemes."),
    "/ontology/alignments": _ontology("alignments", "The ontology with all its alignments, merged."),
    "/ontology/alignments/{name}": _ontology(
        "alignment", "An alignment with other vocabularies.", _ALIGNMENT
    ),
    "/ontology/alignments/{name}/{version}": _ontology(
        "alignment_version", "A version of an alignment.", _ALIGNMENT, _VERSION
    ),
    "/ontology/{version}": _ontology("ontology_version", "A released version of the ontology.", _VERSION),
    "/ontology/{version}/alignments": _ontology(
        "alignments_version", "A released version of the ontology, merged with its alignments.", _VERSION
    ),
    "/context.jsonld": _tagged(
        "context", "linked data", "The JSON-LD context.", _object("application/ld+json")
    ),
    "/.well-known/void": _tagged(
        "void",
        "linked data",
        "The data set, described (VoID).",
        _content(*_GRAPH_TYPES),
        parameters=[_GRAPH_FORMAT],
        responses=_REFUSED,
    ),
    "/.well-known/api-catalog": _get(
        "api_catalog",
        "server",
        "Where our interfaces are described (RFC 9727).",
        _object("application/linkset+json"),
    ),
    "/health": _get(
        "health",
        "server",
        "Whether the server is well, and which data it holds.",
        _object("application/json"),
    ),
    "/health/live": _get(
        "health_live",
        "server",
        "Whether the process answers.",
        _object("application/json"),
    ),
    "/health/ready": _get(
        "health_ready",
        "server",
        "Whether the store and the workers answer.",
        _object("application/json"),
        responses={"503": refer("responses", "NotReady")},
    ),
    "/metrics": _get(
        "metrics",
        "server",
        "Numbers for Prometheus, unless they are switched off.",
        _content("text/plain"),
        responses={"404": refer("responses", "NotFound")},
    ),
}
