"""Our IRIs: the ontology, the things, the graphs, and the short forms that people write."""

import re

from argmap.errors import UsageError

BASE = "https://w3id.org/argmap/"
ONTOLOGY = BASE + "ontology"
AM = ONTOLOGY + "#"
ID = BASE + "id/"
GRAPH = BASE + "graph/"

DATASET = ID + "dataset"

GRAPH_SHARED = GRAPH + "shared"
GRAPH_ONTOLOGY = GRAPH + "ontology"
GRAPH_INFERRED = GRAPH + "inferred"
GRAPH_EVALUATION = GRAPH + "evaluation"
GRAPH_DESCRIPTION = GRAPH + "description"
# What an alignment makes of the data, in foreign terms: only where it is switched on.
GRAPH_ALIGNMENT = GRAPH + "alignment/"
# What is only on this machine, and for whoever sits at it: never in data, never in an export.
GRAPH_LOCAL = GRAPH + "local/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
DCAT_VERSION = "http://www.w3.org/ns/dcat#version"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: dict[str, str] = {
    "am": AM,
    "cito": "http://purl.org/spar/cito/",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "xsd": XSD,
}

# RFC 3987 leaves these out of every IRI, and SPARQL's IRIREF refuses them.
_ILLEGAL = re.compile(r"[\x00-\x20\x7f-\x9f<>\"{}|\\^`]")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def term(name: str) -> str:
    """Return the IRI of the ontology's term `name`: `Claim` → `https://w3id.org/argmap/ontology#Claim`."""
    return AM + name


def short(iri: str) -> str:
    """Return the short form of a thing's IRI (`kuperman-1996/claim/x`); any other IRI as it is."""
    return iri.removeprefix(ID)


def expand(text: str) -> str:
    """Return the IRI that `text` stands for: an absolute IRI, or the short form of one of our things.

    Raises UsageError for text that is empty or holds a character that no IRI may hold.
    """
    illegal = _ILLEGAL.search(text)
    if illegal:
        raise UsageError(f'"{text}" is no IRI: it holds {illegal.group()!r}; write it percent-encoded.')
    if not text.strip("/"):
        raise UsageError("an empty text is no IRI; give one like kuperman-1996/claim/….")
    return text if _ABSOLUTE.match(text) else ID + text.lstrip("/")
