"""The application: every route, and what is around them."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from argmap import __version__
from argmap.errors import ArgmapError
from argmap.graph.argument_map import ArgumentMap
from argmap.http import problems
from argmap.http.api_catalog import api_catalog_routes
from argmap.http.cross_origin import CrossOrigin
from argmap.http.dataset_description import dataset_routes
from argmap.http.docs_page import docs_routes
from argmap.http.health import health_routes
from argmap.http.landing import landing_routes
from argmap.http.linked_data import linked_data_routes
from argmap.http.openapi_route import openapi_routes
from argmap.http.query_catalogue import query_catalogue_routes
from argmap.http.rest import rest_routes
from argmap.http.sparql import sparql_routes
from argmap.settings import Settings

_ERRORS = (ArgmapError, HTTPException, RequestValidationError, Exception)


async def _problem(request: Request, error: Exception) -> Response:
    return problems.answer(request, error)


def create_app(graph: ArgumentMap, settings: Settings) -> ASGIApp:
    """Return the ASGI application that answers about `graph`; it holds no other state.

    A cache of finished answers has its place around this application: status, fields and body of every answer
    depend on nothing but the request's method, address, `Host`, `Accept`, `If-None-Match` and `graph.digest`.
    """
    app = FastAPI(
        title="argmap",
        version=__version__,
        # The document is made from the heads of the query files, its page has no script from elsewhere.
        openapi_url=None,
        routes=_routes(graph, settings),
        redirect_slashes=False,
        exception_handlers=dict.fromkeys(_ERRORS, _problem),
    )
    return CrossOrigin(app)


def _routes(graph: ArgumentMap, settings: Settings) -> list[BaseRoute]:
    return [
        *health_routes(graph),
        *query_catalogue_routes(graph, settings),
        *rest_routes(graph, settings),
        *sparql_routes(graph, settings),
        *linked_data_routes(graph, settings),
        *dataset_routes(graph, settings),
        *api_catalog_routes(settings),
        *openapi_routes(graph, settings),
        *docs_routes(),
        *landing_routes(graph),
    ]
