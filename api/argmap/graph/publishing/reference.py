"""The reference page of the ontology, made from its terms."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rdflib import Graph

from argmap import shipped
from argmap.formats.ontology.reference import Way, reference_page
from argmap.formats.registry import GRAPHS
from argmap.graph.publishing import documents


def reference(up: str = "", document: str = "ontology") -> str:
    """Return the page of the ontology as it is now.

    Args:
        up: what leads from the page to the folder of `/ontology`; nothing, or `../` for a version's page.
        document: the last part of the page's own path; links to its other formats begin with it.

    Raises ToolMissing without pyLODE.
    """
    graph = Graph().parse(shipped.folder("ontology") / "argmap.ttl")
    with _quiet():
        return reference_page(graph, list(_ways(up, document)))


def write_reference() -> str:
    """Write the page where the server looks for it; return its path."""
    path = shipped.folder("ontology") / documents.REFERENCE
    path.parent.mkdir(exist_ok=True)
    path.write_text(reference(), encoding="utf-8")
    return str(path)


def _ways(up: str, document: str) -> Iterator[Way]:
    for each in GRAPHS:
        yield Way(f"{document}.{each.extension}", documents.FORMAT_NAMES[each.extension])
    yield Way(f"{up}ontology/{documents.ALIGNMENTS}", "alignments with other vocabularies")
    if up:
        yield Way(f"{up}ontology", "the newest version")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pyLODE, which sets up logging for the whole process, from telling what it does."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(before)
