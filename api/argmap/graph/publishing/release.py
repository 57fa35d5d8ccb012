"""A release of the ontology: its documents in three formats, the page, and what it changes.

Everything is sorted and nothing tells the time, so the same ontology gives the same bytes. Blank nodes take
names from what is said of them (https://www.w3.org/TR/rdf-canon/ in spirit; `rdflib.compare`).
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple
from rdflib import Graph
from rdflib.compare import to_canonical_graph

from argmap import shipped
from argmap.errors import ReleaseRefused
from argmap.formats.ontology.changes_text import to_json, to_markdown
from argmap.formats.ontology.comparing import compare
from argmap.formats.registry import GRAPHS
from argmap.graph.publishing import documents
from argmap.graph.publishing.reference import reference
from argmap.model.ontology_change import VersionChanges
from argmap.vocabulary import ONTOLOGY

CHANGES = "changes"


def release(folder: Path | None = None, *, anew: bool = False) -> VersionChanges:
    """Write the ontology as it is now as a release, and return what it changes.

    Args:
        folder: where the folders of the versions lie; None: where the server looks for them.
        anew: write over a release of the same version, which is right only while nobody has it.

    Raises ReleaseRefused for a version that is released already and would be another now, for one that is no
    version, or whose header names another prior version than the last release.
    """
    folder = folder or shipped.folder("ontology") / documents.RELEASES
    core = list(documents.terms())
    version = documents.version(core)
    previous = _previous(folder, version, documents.prior_version(core))
    changes = changes_since(folder, previous, version, core)
    files = release_files(version, core, changes)
    _refuse_another(folder / version, version, files, anew)
    for name, text in files.items():
        path = folder / version / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return changes


def release_files(version: str, core: Iterable[Triple], changes: VersionChanges) -> dict[str, str]:
    """Return the text of every file of a release by its name."""
    files = {
        f"{name}.{extension}": text
        for name, triples in ((documents.TERMS, core), (documents.TOGETHER, documents.together()))
        for extension, text in written(canonical(triples)).items()
    }
    for name in documents.alignment_names():
        files[f"{documents.ALIGNMENTS}/{name}.ttl"] = written(canonical(documents.alignment(name)))["ttl"]
    files[documents.PAGE] = reference("../", version)
    files[f"{CHANGES}.md"], files[f"{CHANGES}.json"] = to_markdown(changes), to_json(changes)
    return files


def changes_since(folder: Path, previous: str | None, version: str, core: Iterable[Triple]) -> VersionChanges:
    """Return what `core` says otherwise than the previous release."""
    before = Graph().parse(folder / previous / f"{documents.TERMS}.ttl") if previous else None
    return compare(before, canonical(core), previous, version)


def canonical(triples: Iterable[Triple]) -> Graph:
    """Return triples as a graph whose blank nodes are named by what is said of them."""
    text = pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    graph = Graph(bind_namespaces="none")
    for triple in sorted(to_canonical_graph(Graph().parse(data=text, format="nt"))):
        graph.add(triple)
    for prefix, space in documents.prefixes().items():
        if space in text.decode():
            graph.bind(prefix, space)
    return graph


def written(graph: Graph) -> Mapping[str, str]:
    """Return a canonical graph in each format of a release, by its extension.

    Turtle is written by rdflib, which nests blank nodes; the others by the engine, as the server does, since
    rdflib's RDF/XML leaves out what is said of lists and its JSON-LD comes in another order each time.
    """
    lines = sorted(graph.serialize(format="nt").splitlines())
    triples = list(pyoxigraph.parse("\n".join(lines), format=RdfFormat.N_TRIPLES))
    prefixes = {prefix: str(space) for prefix, space in sorted(graph.namespaces())}
    engine = {each.extension: each.engine for each in GRAPHS if isinstance(each.engine, RdfFormat)}
    return {"ttl": graph.serialize(format="turtle").rstrip() + "\n"} | {
        extension: _text(triples, engine[extension], prefixes) for extension in ("rdf", "jsonld")
    }


def _text(quads: Iterable[Quad], format_: RdfFormat, prefixes: Mapping[str, str]) -> str:
    triples = (quad.triple for quad in quads)
    text = pyoxigraph.serialize(triples, format=format_, prefixes=dict(prefixes)) or b""
    if format_ == RdfFormat.JSON_LD:  # the engine writes it on one line
        return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
    return text.decode().rstrip() + "\n"


def _previous(folder: Path, version: str, prior: str) -> str | None:
    """Return the release before a version, or None for the first."""
    if not documents.number(version):
        raise ReleaseRefused(version, "is no version; owl:versionInfo must be like 1.2.0.")
    earlier = [
        each for each in documents.releases(folder) if documents.number(each) < documents.number(version)
    ]
    if earlier and prior != earlier[-1]:
        raise ReleaseRefused(
            version,
            f"owl:priorVersion must be the last release, <{ONTOLOGY}/{earlier[-1]}>, not {prior or 'none'}.",
        )
    return earlier[-1] if earlier else None


def _refuse_another(folder: Path, version: str, files: Mapping[str, str], anew: bool) -> None:
    """Raise ReleaseRefused if the version is released and was another."""
    old = {name: folder / name for name in files}
    if anew or not folder.exists():
        return
    other = [
        name for name, path in old.items() if not path.is_file() or path.read_text("utf-8") != files[name]
    ]
    if other:
        raise ReleaseRefused(
            version,
            f"is released already and says something else ({', '.join(other)}). Give the ontology a new "
            "version (owl:versionInfo, owl:versionIRI, owl:priorVersion); only a release that nobody has yet "
            "may be written anew, by --again.",
        )
