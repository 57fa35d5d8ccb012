"""What the servers are asked: queries of SPARQL endpoints, lists of those that make REST of SPARQL."""

from dataclasses import dataclass

from argmap.catalogue.catalogue import load
from argmap.model.page import Page
from argmap.shipped import folder

_CLAIM = "<https://w3id.org/argmap/id/kuperman-1996/claim/mediators-can-provoke-tragedy>"
_PREFIXES = """PREFIX am: <https://w3id.org/argmap/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
_JSON = "application/sparql-results+json"


@dataclass(frozen=True)
class Question:
    """A SPARQL query, and the media type in which its answer is asked for."""

    name: str
    text: str
    accept: str = _JSON


@dataclass(frozen=True)
class Listing:
    """A list that argmap answers at a REST address.

    `query` is the query behind it; if it has a parameter, `PARAMETER` stands for the value in it.
    """

    name: str
    address: str
    query: str
    parameter: str | None = None
    value: str = ""


PARAMETER = "PARAMETER"

QUESTIONS = (
    Question("ask: is the claim attacked?", f"{_PREFIXES}ASK {{ ?statement am:attacks {_CLAIM} }}"),
    Question(
        "look up: all about one claim", f"{_PREFIXES}SELECT ?property ?value {{ {_CLAIM} ?property ?value }}"
    ),
    Question(
        "list: 50 claims with text",
        f"""{_PREFIXES}SELECT ?claim ?label ?text ?stance {{
  ?claim a am:Claim ; rdfs:label ?label ; am:text ?text ; am:authorStance ?stance
}} ORDER BY ?claim LIMIT 50""",
    ),
    Question(
        "path: all that supports a claim",
        f"{_PREFIXES}SELECT ?statement {{ {_CLAIM} (^am:hasConclusion/am:hasPremise)* ?statement }}",
    ),
    Question(
        "count: claims by source",
        f"""{_PREFIXES}SELECT ?source (COUNT(DISTINCT ?claim) AS ?claims) {{
  ?claim a am:Claim ; am:tracesToSource ?source
}} GROUP BY ?source ORDER BY DESC(?claims) ?source LIMIT 10""",
    ),
    Question(
        "construct: the support as a graph",
        f"""{_PREFIXES}CONSTRUCT {{ ?statement ?property ?value }} {{
  {_CLAIM} am:supportedBy* ?statement . ?statement ?property ?value
}}""",
        "application/n-triples",
    ),
)


def listings() -> tuple[Listing, ...]:
    """Return the lists, with the queries of the catalogue that answer them."""
    return (
        Listing("50 claims", "/claims", _text("claims/list")),
        Listing("claims of note 27", "/claims?note=27", _text("claims/list", "note"), "note", "27"),
        Listing("all sources", "/sources?limit=1000", _text("sources/list", limit=1000)),
    )


def _text(name: str, parameter: str | None = None, limit: int = 50) -> str:
    """Return a query of the catalogue without head and comments: `#` means other things to others."""
    bound = load(folder("queries")).named(name).bind({}, Page(limit))
    lines = (line for line in bound.text.splitlines() if not line.lstrip().startswith("#"))
    text = "\n".join(lines).strip()
    if parameter is None:
        return text
    unbound = f"VALUES ?{parameter} {{ UNDEF }}"
    if text.count(unbound) != 1:
        raise ValueError(f"{name} has no parameter {parameter}")
    return text.replace(unbound, f"BIND({PARAMETER} AS ?{parameter})")
