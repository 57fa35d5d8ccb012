"""The application: every route, and what is around them."""

import gc

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from argmap import __version__
from argmap.errors import ArgmapError
from argmap.graph.anchors.wording import holds_wording
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.strangers import Strangers
from argmap.http import problems
from argmap.http.admission import Admission
from argmap.http.api_catalog import api_catalog_routes
from argmap.http.audits import audit_routes
from argmap.http.dataset_description import dataset_routes
from argmap.http.docs_page import docs_routes
from argmap.http.exposition import metrics_routes
from argmap.http.extensions import Extensions
from argmap.http.fields import Fields
from argmap.http.finished import Finished
from argmap.http.frameworks import framework_routes
from argmap.http.generations import Generation, Generations
from argmap.http.health import health_routes
from argmap.http.landing import landing_routes
from argmap.http.linked_data import linked_data_routes
from argmap.http.metrics import Metrics
from argmap.http.observed import Observed
from argmap.http.ontology import ontology_routes
from argmap.http.openapi_route import openapi_routes
from argmap.http.private import Private, refuse_public
from argmap.http.query_catalogue import query_catalogue_routes
from argmap.http.rest import rest_routes
from argmap.http.routed import Routed
from argmap.http.sparql import sparql_routes
from argmap.http.straight import Straight
from argmap.http.what_if import what_if_routes
from argmap.settings import Settings

_ERRORS = (ArgmapError, HTTPException, RequestValidationError, Exception)


async def _problem(request: Request, error: Exception) -> Response:
    return problems.answer(request, error)


class Application:
    """The ASGI application: what is around every answer, and the data that it answers from."""

    def __init__(self, graph: ArgumentMap, settings: Settings) -> None:
        self._settings = settings
        self._metrics = Metrics() if settings.metrics else None
        self._generations = Generations(_generation(graph, settings, self._metrics))
        self._private = Private(Fields(Admission(self._generations, settings)))
        self._app: ASGIApp = Observed(self._private, settings, self._metrics)
        self._keep_private(graph)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self._app(scope, receive, send)

    async def swap(self, graph: ArgumentMap) -> None:
        """Answer about another graph from now on; requests that have begun are still about the old one."""
        self._keep_private(graph)
        await self._generations.swap(_generation(graph, self._settings, self._metrics))
        gc.unfreeze()  # what was frozen at the start may be garbage now
        gc.collect()
        gc.freeze()

    def _keep_private(self, graph: ArgumentMap) -> None:
        """Answer this machine alone from now on, if `graph` holds wording that is not ours to pass on."""
        if holds_wording(graph):
            refuse_public(self._settings)
            self._private.active = True


def create_app(graph: ArgumentMap, settings: Settings) -> Application:
    """Return the ASGI application that answers about `graph`."""
    return Application(graph, settings)


def _generation(graph: ArgumentMap, settings: Settings, metrics: Metrics | None) -> Generation:
    strangers = Strangers(graph, settings.limits)
    framework = _framework(_routes(graph, strangers, settings, metrics))
    return Generation(graph, strangers, Finished(framework, settings.answers_megabytes))


def _framework(routes: list[BaseRoute]) -> ASGIApp:
    """Return the application that has these routes, all about one graph.

    Status, fields and body of every answer that has an entity tag depend on nothing but the request's method,
    address, `Host`, `Accept`, `If-None-Match` and `graph.digest`: so finished answers can be kept around it.
    """
    app = FastAPI(
        title="argmap",
        version=__version__,
        # The document is made from the heads of the query files, its page has no script from elsewhere.
        openapi_url=None,
        routes=routes,
        redirect_slashes=False,
        exception_handlers=dict.fromkeys(_ERRORS, _problem),
    )
    return Extensions(Straight(Routed(app, routes), routes))


def _routes(
    graph: ArgumentMap, strangers: Strangers, settings: Settings, metrics: Metrics | None
) -> list[BaseRoute]:
    return [
        *health_routes(graph, strangers.workers),
        *metrics_routes(metrics, graph, strangers.workers),
        *query_catalogue_routes(graph, settings),
        *rest_routes(graph, settings),
        *audit_routes(graph, settings),  # after the audits that have a path of their own
        *framework_routes(graph, settings),
        *what_if_routes(graph, settings),
        *sparql_routes(graph, strangers, settings),
        *linked_data_routes(graph, settings),
        *ontology_routes(graph, settings),
        *dataset_routes(graph, settings),
        *api_catalog_routes(settings),
        *openapi_routes(graph, settings),
        *docs_routes(),
        *landing_routes(graph),
    ]
