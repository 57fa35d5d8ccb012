"""The page at `/`: what is here and where to go on, in plain HTML with nothing fetched from elsewhere."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import cast
from urllib.parse import quote

from pyoxigraph import QuerySolutions
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from argmap import __version__
from argmap.catalogue.query_file import QueryFile
from argmap.graph.anchors.wording import holds_wording
from argmap.graph.argument_map import ArgumentMap
from argmap.http.query_answer import BASE
from argmap.http.routing import route
from argmap.vocabulary import ID, term

_ARTICLES = f"""
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?article ?label WHERE {{
  ?article a <{term("Article")}> ;
    rdfs:label ?label .
}}
ORDER BY ?label ?article
"""

_STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
h1 { margin-bottom: 0 }
h2 { margin-top: 2rem; font-size: 1.15rem }
code { font-family: ui-monospace, monospace }
table { border-collapse: collapse; width: 100% }
td { border-top: 1px solid #8886; padding: .3rem 1rem .3rem 0; vertical-align: top }
pre { overflow-x: auto; border: 1px solid #8886; padding: .7rem }
footer { margin-top: 3rem; border-top: 1px solid #8886; font-size: .9rem }
"""

# The page needs no script and no other host: text that got out of its place could do nothing.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_WORDING = """<p><strong>With the wording of your own copy.</strong> It stands beside the statements as
<code>wording</code>, on this machine alone; it is not part of the data, and not to be passed on.</p>
"""

_ADDRESSES = (
    ("docs", "every address with its parameters, to try out"),
    ("openapi.json", "the same for programs (OpenAPI)"),
    ("sparql", "the SPARQL endpoint: its description, or the answer to ?query="),
    ("ontology.html", "the ontology: what claims, attacks, notes and sources are"),
    ("context.jsonld", "the JSON-LD context of every answer"),
    (".well-known/void", "the data set, described"),
    (".well-known/api-catalog", "where the machine-readable descriptions are (RFC 9727)"),
    ("health", "whether the server is well, and which data it holds"),
)


def landing_routes(graph: ArgumentMap) -> list[Route]:
    """Return the route of the page."""

    def page(request: Request) -> Response:
        headers = {"Content-Security-Policy": _POLICY}
        remark = _WORDING if holds_wording(graph) else ""
        return HTMLResponse(_page(_articles(graph), graph.catalogue.endpoints(), remark), headers=headers)

    return [route("/", page)]


def _articles(graph: ArgumentMap) -> list[tuple[str, str]]:
    rows = cast("QuerySolutions", graph.store.query(_ARTICLES))
    return [(str(row["article"].value), str(row["label"].value)) for row in rows]


def _page(articles: Sequence[tuple[str, str]], endpoints: Iterable[QueryFile], remark: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>argmap</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>argmap</h1>
<p>The argument of scholarly articles as a knowledge graph: what is claimed and by whom, what supports it,
what is said against it, and where it can be looked up.</p>
{remark}<h2>Articles</h2>
<ul>
{"".join(_article(iri, label) for iri, label in articles)}</ul>
<h2>Questions</h2>
<table>
{"".join(_endpoint(query) for query in sorted(endpoints, key=_address))}</table>
<h2>Addresses</h2>
<table>
{"".join(_row(_link(path, f"/{path}"), escape(text)) for path, text in _ADDRESSES)}</table>
<footer><p>argmap {escape(__version__)}. Code: Apache-2.0. Ontology and data: CC BY 4.0.
The articles themselves belong to their rights holders and are not included.</p></footer>
</body>
</html>
"""


def _article(iri: str, label: str) -> str:
    slug = quote(iri.removeprefix(ID), safe="")
    return f"<li>{_link(f'{BASE[1:]}/articles/{slug}', label)}</li>\n"


def _address(query: QueryFile) -> str:
    return query.path or ""


def _endpoint(query: QueryFile) -> str:
    path = f"{BASE}{query.path}"
    # What says nothing without a value is named, but a link to it would lead to an error.
    asks = "{" in path or any(parameter.required for parameter in query.parameters)
    name = f"<code>{escape(path)}</code>" if asks else _link(path[1:], path)
    return _row(name, escape(query.summary))


def _row(name: str, text: str) -> str:
    return f"<tr><td>{name}</td><td>{text}</td></tr>\n"


def _link(target: str, text: str) -> str:
    # Relative, so that the page also works below a path of somebody else's server.
    return f'<a href="{escape(target)}">{escape(text)}</a>'
