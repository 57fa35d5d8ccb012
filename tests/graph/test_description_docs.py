"""`docs/description.md` names what is there, and its queries find something."""

import re
from pathlib import Path
from typing import cast

import pytest
from pyoxigraph import QuerySolutions

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.description import NAMES
from argmap.vocabulary import GRAPH_DESCRIPTION

DOCS = (Path(__file__).parents[2] / "docs" / "description.md").read_text(encoding="utf-8")
TERMS = set(re.findall(r"\b(void-ext|void|sh|rdfs|schema):(\w+)", DOCS.partition("```")[0]))
# No query file asks a yes-or-no question as yet.
UNUSED = {("sh", "ask")}
NAMESPACES = " ".join(f'"{NAMES[prefix]}"' for prefix in ("void", "void-ext", "sh", "schema"))


@pytest.mark.parametrize(("prefix", "local"), sorted(TERMS - UNUSED))
def test_every_term_named_is_used(shipped: ArgumentMap, prefix: str, local: str) -> None:
    iri = f"<{NAMES[prefix]}{local}>"
    used = f"ASK {{ GRAPH <{GRAPH_DESCRIPTION}> {{ {{ ?s {iri} ?o }} UNION {{ ?s a {iri} }} }} }}"
    assert shipped.store.query(used)


def test_every_property_used_is_named(shipped: ArgumentMap) -> None:
    used = f"""
    SELECT DISTINCT ?p {{
      VALUES ?start {{ {NAMESPACES} }}
      GRAPH <{GRAPH_DESCRIPTION}> {{ ?s ?p ?o }}
      FILTER(STRSTARTS(STR(?p), ?start))
    }}
    """
    names = {str(row["p"].value) for row in cast("QuerySolutions", shipped.store.query(used))}
    told = {NAMES[prefix] + local for prefix, local in TERMS}
    about_the_whole = {NAMES["void"] + name for name in ("subset", "uriSpace", "vocabulary")}
    assert names - told - about_the_whole - {NAMES["sh"] + "prefixes"} == set()


@pytest.mark.parametrize("query", re.findall(r"```sparql\n(.*?)```", DOCS, re.DOTALL))
def test_the_queries_of_the_docs_find_something(shipped: ArgumentMap, query: str) -> None:
    assert len(list(cast("QuerySolutions", shipped.sparql(query).raw))) > 0
