"""A trace: every path from one thing along support, notes, references and sources, as one document."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.formats.citations import DEFAULT_STYLE, Markup
from argmap.formats.citations.styles import independent
from argmap.formats.context import Context
from argmap.formats.graph_index import GraphIndex, node_of
from argmap.formats.trace.facts import Facts
from argmap.formats.trace.markdown import trace_markdown
from argmap.formats.trace.steps import Onward
from argmap.formats.trace.table import trace_csv
from argmap.formats.trace.walk import walk
from argmap.formats.trace.way import Hops
from argmap.formats.trace.works import Works
from argmap.formats.values import Object
from argmap.vocabulary import DATASET, DCAT_VERSION


@dataclass(frozen=True)
class Trace:
    """The triples of a trace, and how they are to be read.

    `triples` are N-Triples as the engine writes them, `edges` the keys that count as steps, `order` those
    that sort the steps of one edge, `digest` the state of the data, `style` the name of a citation style.
    """

    root: str
    triples: bytes
    context: Context
    edges: Sequence[str]
    order: Sequence[str]
    digest: str
    style: str = DEFAULT_STYLE

    @cached_property
    def document(self) -> Object:
        """The root with its `hops`, each with its own; all of it JSON-LD but for the context."""
        return self.written()

    def __post_init__(self) -> None:
        """Refuse a style that is not there: raises BadParameter."""
        independent(self.style)

    @property
    def iri(self) -> str:
        """What the trace is cited as: it stays when the address of a server changes."""
        return f"{self.root}/trace"

    @property
    def total(self) -> int:
        """How many paths the document shows."""
        return int(self.document["total"])

    def markdown(self) -> bytes:
        """Return the trace as a nested list to read."""
        return trace_markdown(self.written("markdown"), self.iri)

    def csv(self) -> bytes:
        """Return the trace as a table, a path a row."""
        return trace_csv(self.document)

    @property
    def truncated(self) -> bool:
        """Whether a path was left off or cut short."""
        return "truncated" in self.document

    def written(self, markup: Markup = "plain") -> Object:
        """Return the document with its citations as plain text or as Markdown."""
        facts = self._facts
        hops = Hops(facts, Works(facts, self.style, markup))
        root = node_of(self.root)
        said, way, size = hops.start(root)
        walked = walk(root, Onward(facts, self.edges, self.order), (way, size), hops.hop)
        return {
            **said,
            **({"circular": True} if walked.circular else {}),
            "total": walked.paths,
            **({"truncated": True} if walked.truncated else {}),
            "style": self.style,
            "dataset": {**self._version, "digest": self.digest},
            "hops": walked.hops,
        }

    @cached_property
    def _facts(self) -> Facts:
        return Facts(GraphIndex(self.triples), self.context)

    @property
    def _version(self) -> dict[str, str]:
        found = self._facts.stated(node_of(DATASET), DCAT_VERSION)
        return {"version": str(found)} if found is not None else {}
