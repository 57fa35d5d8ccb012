"""The rules of the lint (`ontology/lint/*.rq`), run over one ontology."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import cast

from pyoxigraph import QuerySolutions

from argmap import shipped
from argmap.catalogue.catalogue import load
from argmap.catalogue.query_file import QueryFile
from argmap.graph import audit
from argmap.model.lint_finding import LintFinding
from argmap.store.embedded import EmbeddedStore
from argmap.store.turtle import read_turtle
from argmap.vocabulary import GRAPH_ONTOLOGY

# What an ontology may use without declaring it: terms that another one declares.
GRAPH_BESIDE = f"{GRAPH_ONTOLOGY}/beside"


@cache
def rules() -> tuple[QueryFile, ...]:
    """Return the rules, in the order of their names."""
    return tuple(load(shipped.folder("ontology") / "lint"))


def found_in(file: Path, beside: Path | None) -> Iterator[LintFinding]:
    """Yield what the rules find in a Turtle file, with the ontology `beside` it, if any; raise InputError."""
    store = _store(file, beside)
    for rule in rules():
        solutions = cast("QuerySolutions", store.query(rule.text))
        for found in audit.findings(rule, solutions):
            yield LintFinding(
                rule=found.audit,
                source=rule.source or "",
                severity=found.severity,
                file=str(file),
                subject=found.subject,
                message=found.message,
                remedy=found.remedy,
                evidence=found.evidence,
            )


def _store(file: Path, beside: Path | None) -> EmbeddedStore:
    quads = read_turtle(file, GRAPH_ONTOLOGY, scope="f0")
    if beside is None:
        return EmbeddedStore(quads)
    return EmbeddedStore(chain(quads, read_turtle(beside, GRAPH_BESIDE, scope="f1")))
