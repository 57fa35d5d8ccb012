"""`/api/v1/frameworks/{article}`: the dispute of an article as an abstract framework, for solvers."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from argmap.errors import BadParameter, UnknownParameter
from argmap.formats.json_text import json_text
from argmap.graph.argument_map import ArgumentMap
from argmap.http.conditional import conditional
from argmap.http.links import Link, header
from argmap.http.negotiation import Offer, choose
from argmap.http.origin import root
from argmap.http.parameters import FORMAT, once, pairs
from argmap.http.query_answer import BASE, QUERIES
from argmap.http.representations import JSON, QUERY
from argmap.http.routing import route
from argmap.reasoning.readings import PREFERENCES, READINGS
from argmap.settings import Settings
from argmap.vocabulary import ID

PATH = BASE + "/frameworks/{article}"
# Neither format has a registered media type.
TGF = Offer("tgf", "text/x-tgf")
APX = Offer("apx", "text/x-apx")
CHOICES = {"reading": READINGS, "preferences": PREFERENCES}


def framework_routes(graph: ArgumentMap, settings: Settings) -> list[Route]:
    """Return the route of frameworks."""

    def respond(request: Request) -> Response:
        asked = _Asked.read(request)
        here = root(request, settings)
        said = (asked.article, asked.reading, asked.preferences, asked.offer.media_type)
        return conditional(request, (graph.digest, here, *said), lambda: asked.answer(graph, here))

    return [route(PATH, respond)]


@dataclass(frozen=True)
class _Asked:
    """Which framework is asked for, and in which format."""

    article: str
    reading: str
    preferences: str
    offer: Offer

    @classmethod
    def read(cls, request: Request) -> "_Asked":
        """Read the request; raise UnknownParameter, BadParameter and NotAcceptable."""
        given = once(pairs(request.scope["query_string"]))
        for name, value in given.items():
            if name not in (*CHOICES, FORMAT):
                raise UnknownParameter(name, [*CHOICES, FORMAT])
            if value not in CHOICES.get(name, (value,)):
                raise BadParameter(name, f'"{value}" is no choice; give one of {", ".join(CHOICES[name])}.')
        chosen = {name: given.get(name, choices[0]) for name, choices in CHOICES.items()}
        offer = choose([JSON, TGF, APX], request.headers.get("accept"), given.get(FORMAT))
        return cls(request.path_params["article"], chosen["reading"], chosen["preferences"], offer)

    def answer(self, graph: ArgumentMap, here: str) -> Response:
        """Return the framework; raise NotFound, and DisputeTooLarge."""
        # Only now: a server is to answer soon after it is started.
        from argmap.graph.evaluation import frameworks

        found = frameworks.of_article(graph, self.article, self.reading, self.preferences)
        if self.offer == JSON:
            document = frameworks.document(found, ID + self.article)
            written = json_text(document) + b"\n"
        else:
            written = frameworks.text(found, self.offer.name).encode()
        link = header([Link(f"{here}{QUERIES}/evaluation/dispute", "describedby", QUERY.media_type)])
        return Response(written, headers={"Link": link}, media_type=self.offer.media_type)
