"""The OpenAPI document, made from the heads of the query files."""

import re
from collections.abc import Iterable
from typing import Any

from argmap import __version__
from argmap.catalogue.binding import path_variables
from argmap.catalogue.query_file import QueryFile
from argmap.formats.citations import CSL_JSON
from argmap.http.admission import LIVE
from argmap.http.negotiation import Offer
from argmap.http.openapi_components import (
    GENERAL_RESPONSES,
    HEADERS,
    PARAMETERS,
    RESPONSES,
    SCHEMAS,
    SECURITY_SCHEMES,
    refer,
)
from argmap.http.openapi_examples import Examples
from argmap.http.openapi_fixed import PATHS, TAGS
from argmap.http.parameters import filled_by_path
from argmap.http.query_answer import BASE
from argmap.http.representations import JSON, offers
from argmap.model.parameter import Parameter
from argmap.vocabulary import short

Json = dict[str, Any]

_DESCRIPTION = """\
The arguments of scholarly articles: claims and who holds them, what supports and attacks them, notes,
sources.

Every address answers GET, HEAD and OPTIONS, but for `/api/v1/what-if`, which takes POST. JSON is JSON-LD; the
format goes by `Accept` or `format`.
The query behind an answer is named in its `Link` field and comes back for `Accept: application/sparql-query`.
"""
_SCHEMA_OF_SHAPE = {
    "list": "List",
    "tree": "Tree",
    "trace": "Trace",
    "impact": "Impact",
    "bearing": "Bearing",
    "explanation": "Explanation",
}
_TYPES: dict[str, Json] = {"integer": {"type": "integer"}, "boolean": {"type": "boolean"}}


def document(endpoints: Iterable[QueryFile], root: str, examples: Examples) -> Json:
    """Return the document for a server at `root`."""
    queries = list(endpoints)
    folders = sorted({_folder(query) for query in queries})
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "argmap",
            "version": __version__,
            "description": _DESCRIPTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": root}],
        "tags": _tags(folders),
        "security": [{}, {"token": []}],
        "paths": {
            path: {method: _with_general(path, each) for method, each in operations.items()}
            for path, operations in {
                **{BASE + str(query.path): {"get": _operation(query, examples)} for query in queries},
                **PATHS,
            }.items()
        },
        "components": {
            "schemas": SCHEMAS,
            "headers": HEADERS,
            "parameters": PARAMETERS,
            "responses": RESPONSES,
            "securitySchemes": SECURITY_SCHEMES,
        },
    }


def _tags(folders: Iterable[str]) -> list[Json]:
    fixed = {tag["name"] for tag in TAGS}
    asked = [name for name in folders if name not in fixed]
    return [{"name": name, "description": f"Questions about {name}."} for name in asked] + TAGS


def _with_general(path: str, operation: Json) -> Json:
    if path == LIVE:
        return operation
    return {**operation, "responses": {**GENERAL_RESPONSES, **operation["responses"]}}


def _operation(query: QueryFile, examples: Examples) -> Json:
    refused = {"304": "NotModified", "400": "BadRequest", "404": "NotFound", "406": "NotAcceptable"}
    return {
        "operationId": query.name.replace("/", "_").replace("-", "_"),
        "tags": [_folder(query)],
        "summary": query.summary,
        "description": query.description or query.summary,
        "parameters": [*_path_parameters(query), *_query_parameters(query), *_general_parameters(query)],
        "responses": {
            "200": _success(query, examples),
            **{status: refer("responses", name) for status, name in refused.items()},
        },
    }


def _folder(query: QueryFile) -> str:
    return query.name.partition("/")[0]


def _path_parameters(query: QueryFile) -> list[Json]:
    return [
        {
            "name": variable,
            "in": "path",
            "required": True,
            "description": parameter.description,
            "schema": {"type": "string"},
            "example": path_example(query)[variable],
        }
        for variable in path_variables(query.path)
        for parameter in _of_path(query)
        if variable in (parameter.name, *parameter.holes)
    ]


def path_example(query: QueryFile) -> dict[str, str]:
    """Return an example for each variable in the path of `query`, from the examples of its parameters."""
    values: dict[str, str] = {}
    for parameter in _of_path(query):
        values.update(_parts(parameter))
    return values


def _of_path(query: QueryFile) -> list[Parameter]:
    return [query.parameter(name) for name in sorted(filled_by_path(query))]


def _parts(parameter: Parameter) -> dict[str, str]:
    """Return what the example puts into each hole of the template, or under the parameter's name."""
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(parameter.template or ""))
    match = re.fullmatch(pattern, "id/" + short(parameter.example))
    return match.groupdict() if match and match.groupdict() else {parameter.name: parameter.example}


def _query_parameters(query: QueryFile) -> list[Json]:
    from_path = filled_by_path(query)
    return [_query_parameter(parameter) for parameter in query.parameters if parameter.name not in from_path]


def _query_parameter(parameter: Parameter) -> Json:
    schema: Json = dict(_TYPES.get(parameter.type, {"type": "string"}))
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        schema["default"] = typed(parameter, parameter.default)
    example: Any = typed(parameter, parameter.example)
    if parameter.many:  # each value under the name once more: style form, exploded, which is the default
        schema, example = {"type": "array", "items": schema}, [example]
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": parameter.description,
        "schema": schema,
        "example": example,
    }


def typed(parameter: Parameter, text: str) -> str | int | bool:
    """Return a value of `parameter` as JSON has it."""
    if parameter.type == "integer":
        return int(text)
    return text == "true" if parameter.type == "boolean" else text


def _general_parameters(query: QueryFile) -> list[Json]:
    names = list(dict.fromkeys(offer.name for offer in offers(query)))
    paging = [refer("parameters", name) for name in ("limit", "offset")] if query.shape == "list" else []
    format_ = {
        "name": "format",
        "in": "query",
        "description": "The format of the answer, whatever the Accept field says.",
        "schema": {"type": "string", "enum": names},
    }
    style = [refer("parameters", "style")] if query.shape == "trace" or query.csl else []
    return [*paging, *style, format_]


def _success(query: QueryFile, examples: Examples) -> Json:
    own = {"list": [], "explanation": ["Hurried"]}.get(query.shape, ["Truncated"])
    headers = ["ETag", "Link", "Vary", *own]
    return {
        "description": query.summary,
        "headers": {name: refer("headers", name) for name in headers},
        "content": {offer.media_type: _content(query, offer, examples) for offer in offers(query)},
    }


def _content(query: QueryFile, offer: Offer, examples: Examples) -> Json:
    is_json = offer.media_type.endswith("json")
    schema = refer("schemas", _SCHEMA_OF_SHAPE[query.shape]) if is_json else {"type": "string"}
    if offer.media_type == CSL_JSON.media_type:
        schema = {"type": "array", "items": {"type": "object"}}
    example = examples.of(query, offer, path_example(query)) if offer != JSON else None
    return {"schema": schema, **({"examples": {"answer": example}} if example else {})}
