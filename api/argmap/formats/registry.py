"""The formats we write, in families; each is one value that knows its media type, extension and IRI."""

from dataclasses import dataclass
from typing import Literal

from pyoxigraph import QueryResultsFormat, RdfFormat

Family = Literal["results", "graphs", "answers"]
_W3C = "http://www.w3.org/ns/formats/"


@dataclass(frozen=True)
class Format:
    """A format: short name, media type, file extension, IRI (W3C formats namespace), the engine's value."""

    name: str
    media_type: str
    extension: str
    iri: str
    engine: QueryResultsFormat | RdfFormat | None = None

    @property
    def content_type(self) -> str:
        """The media type as a response names it: text says that it is UTF-8."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


JSON = Format(
    "json", "application/sparql-results+json", "srj", _W3C + "SPARQL_Results_JSON", QueryResultsFormat.JSON
)
XML = Format(
    "xml", "application/sparql-results+xml", "srx", _W3C + "SPARQL_Results_XML", QueryResultsFormat.XML
)
CSV = Format("csv", "text/csv", "csv", _W3C + "SPARQL_Results_CSV", QueryResultsFormat.CSV)
TSV = Format("tsv", "text/tab-separated-values", "tsv", _W3C + "SPARQL_Results_TSV", QueryResultsFormat.TSV)

TURTLE = Format("turtle", "text/turtle", "ttl", _W3C + "Turtle", RdfFormat.TURTLE)
N_TRIPLES = Format("ntriples", "application/n-triples", "nt", _W3C + "N-Triples", RdfFormat.N_TRIPLES)
RDF_XML = Format("rdfxml", "application/rdf+xml", "rdf", _W3C + "RDF_XML", RdfFormat.RDF_XML)
JSON_LD = Format("jsonld", "application/ld+json", "jsonld", _W3C + "JSON-LD", RdfFormat.JSON_LD)

RESULTS = (JSON, XML, CSV, TSV)
# ASK answers true or false, for which CSV and TSV have no form (SPARQL 1.1 Query Results CSV and TSV, 1).
BOOLEANS = (JSON, XML)
GRAPHS = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD)
# What the REST API answers: a document, or a table (of lists), or triples (of things).
ANSWER_JSON = Format("json", "application/ld+json", "jsonld", _W3C + "JSON-LD")
ANSWER_CSV = Format("csv", "text/csv", "csv", _W3C + "SPARQL_Results_CSV")
ANSWERS = (ANSWER_JSON, ANSWER_CSV, TURTLE)

FAMILIES: dict[Family, tuple[Format, ...]] = {"results": RESULTS, "graphs": GRAPHS, "answers": ANSWERS}


def named(family: Family, name: str) -> Format | None:
    """Return the format of a family with that name or media type, or None."""
    return next((each for each in FAMILIES[family] if name in (each.name, each.media_type)), None)
