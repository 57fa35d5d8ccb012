"""What the data set says of itself is true: everything is counted again, by another library."""

import os
from collections import Counter
from pathlib import Path
from typing import cast

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import QueryTriples
from rdflib import RDF, VOID, URIRef
from rdflib.compare import isomorphic
from tests.graph.description import (
    DATASET,
    Quads,
    counts,
    dataset_of,
    datatype_of,
    description_of,
    graph_of,
    property_partitions,
    quads_of,
    types_in,
)

from argmap.catalogue.query_file import QueryFile
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.graph.description import totals
from argmap.graph.description.statistics import MAX_KEPT
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import AM, GRAPH_DESCRIPTION, GRAPH_INFERRED, GRAPH_ONTOLOGY, ID

TINY = Path(__file__).parent.parent / "fixtures/tiny"
EXT = rdflib.Namespace("http://ldf.fi/void-ext#")


@pytest.fixture(scope="module")
def quads(shipped: ArgumentMap) -> Quads:
    """All that is described, in the terms of the library that counts it again."""
    dataset = dataset_of(quads_of(shipped, without=[GRAPH_DESCRIPTION]))
    return {(s, p, o, str(g)) for s, p, o, g in dataset.quads()}


@pytest.fixture(scope="module")
def description(shipped: ArgumentMap) -> rdflib.Graph:
    return description_of(shipped)


def test_the_totals_are_those_of_the_default_graph(quads: Quads, description: rdflib.Graph) -> None:
    triples = {quad[:3] for quad in quads}
    assert counts(description, DATASET) == {
        "triples": len(triples),
        "entities": len({s for s, _, _ in triples if str(s).startswith(ID)}),
        "distinctSubjects": len({s for s, _, _ in triples}),
        "distinctObjects": len({o for _, _, o in triples}),
        "properties": len({p for _, p, _ in triples}),
        "classes": len({o for _, p, o in triples if p == RDF.type and isinstance(o, URIRef)}),
    }


def test_every_graph_is_counted(quads: Quads, description: rdflib.Graph) -> None:
    expected = Counter(graph for _, _, _, graph in quads)
    graphs = {str(graph) for graph in description.objects(DATASET, VOID.subset)}
    assert graphs == set(expected)
    assert {graph: counts(description, URIRef(graph))["triples"] for graph in graphs} == expected


def test_things_are_counted_by_class(quads: Quads, description: rdflib.Graph) -> None:
    types = {(s, o) for s, p, o, _ in quads if p == RDF.type and isinstance(o, URIRef)}
    found = {
        description.value(part, VOID["class"]): counts(description, part)["entities"]
        for part in description.objects(DATASET, VOID.classPartition)
    }
    assert found == Counter(kind for _, kind in types)


def test_properties_are_counted_by_class(quads: Quads, description: rdflib.Graph) -> None:
    types = types_in(quads)
    triples = {quad[:3] for quad in quads}
    expected = Counter((kind, p) for s, p, _ in triples for kind in types.get(s, ()))
    found = {
        (kind, property_): counts(description, part)["triples"]
        for kind, property_, part in property_partitions(description)
    }
    assert found == expected


def test_datatypes_are_counted_by_class_and_property(quads: Quads, description: rdflib.Graph) -> None:
    types = types_in(quads)
    literals = {(s, p, o) for s, p, o, _ in quads if isinstance(o, rdflib.Literal)}
    expected = Counter((kind, p, datatype_of(o)) for s, p, o in literals for kind in types.get(s, ()))
    found = {
        (kind, property_, description.value(each, EXT.datatype)): counts(description, each)["triples"]
        for kind, property_, part in property_partitions(description)
        for each in description.objects(part, EXT.datatypePartition)
    }
    assert found == expected


def test_classes_of_values_are_those_that_are_stated(quads: Quads, description: rdflib.Graph) -> None:
    types, stated = types_in(quads), types_in({quad for quad in quads if quad[3] != GRAPH_INFERRED})
    links = {(s, p, o) for s, p, o, _ in quads if p != RDF.type and o in stated}
    expected = Counter(
        (kind, p, range_) for s, p, o in links for kind in types.get(s, ()) for range_ in stated[o]
    )
    found = {
        (kind, property_, description.value(each, VOID["class"])): counts(description, each)["triples"]
        for kind, property_, part in property_partitions(description)
        for each in description.objects(part, VOID.classPartition)
    }
    assert found == expected


def test_uses_of_a_property_are_counted(quads: Quads, description: rdflib.Graph) -> None:
    (part,) = [
        part
        for part in description.objects(DATASET, VOID.propertyPartition)
        if (part, VOID.property, URIRef(AM + "hasPremise")) in description
    ]
    pairs = {(s, o) for s, p, o, _ in quads if str(p) == AM + "hasPremise"}
    assert counts(description, part) == {
        "triples": len(pairs),
        "distinctSubjects": len({s for s, _ in pairs}),
        "distinctObjects": len({o for _, o in pairs}),
    }


def test_the_totals_can_be_had_by_themselves(shipped: ArgumentMap, description: rdflib.Graph) -> None:
    found = {cast("pyoxigraph.NamedNode", triple.subject).value for triple in totals(shipped.store)}
    assert found == {str(DATASET), *map(str, description.objects(DATASET, VOID.subset))}


@pytest.mark.filterwarnings("ignore:Dataset.(default_context|contexts) is deprecated:DeprecationWarning")
def test_the_queries_give_the_same_in_another_engine(tiny: ArgumentMap) -> None:
    # Without the ontology, which would make the slower engine much slower.
    some = [*quads_of(tiny, without=[GRAPH_DESCRIPTION, GRAPH_ONTOLOGY, GRAPH_INFERRED])]
    ours, theirs = EmbeddedStore(some), dataset_of(some)
    for query in _counting(tiny):
        found = graph_of(cast("QueryTriples", ours.query(query.text)))
        assert len(found) > 3
        assert isomorphic(found, cast("rdflib.Graph", theirs.query(query.text).graph)), query.name


def test_what_was_counted_is_kept(cache: Path, shipped: ArgumentMap) -> None:
    counted = description_of(build([TINY], check=False))
    (kept,) = (cache / "described").iterdir()
    assert kept.suffix == ".nt"
    assert set(description_of(build([TINY], check=False))) == set(counted)


def test_what_was_kept_and_broken_is_counted_anew(cache: Path) -> None:
    counted = description_of(build([TINY], check=False))
    (kept,) = (cache / "described").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2])
    assert set(description_of(build([TINY], check=False))) == set(counted)
    assert sorted(kept.read_bytes().splitlines()) == sorted(whole.splitlines())


def test_only_the_newest_are_kept(cache: Path) -> None:
    (cache / "described").mkdir(parents=True)
    for number in range(2 * MAX_KEPT):
        old = cache / "described" / f"{number}.nt"
        old.touch()
        os.utime(old, (number, number))
    build([TINY], check=False)
    kept = list((cache / "described").iterdir())
    assert len(kept) == MAX_KEPT
    assert max(file.stat().st_size for file in kept) > 10_000


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "file"))
    assert counts(description_of(build([TINY], check=False)), DATASET)["triples"] > 100


def _counting(graph: ArgumentMap) -> list[QueryFile]:
    return [query for query in graph.catalogue if query.name.startswith("description/")]
