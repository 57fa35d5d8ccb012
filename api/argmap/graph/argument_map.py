"""The argument map: a finished store, and how to ask it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import cast

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat

from argmap.catalogue.binding import Values
from argmap.catalogue.catalogue import Catalogue
from argmap.catalogue.query_file import BoundQuery, QueryFile
from argmap.errors import ContractError
from argmap.formats import answers
from argmap.formats.citations import DEFAULT_STYLE, Item
from argmap.formats.context import Context
from argmap.graph.answer import Answer
from argmap.graph.descriptions import Descriptions
from argmap.graph.explanations import SECONDS, explanation_answer
from argmap.graph.impact import bearing_answer, impact_answer
from argmap.graph.nearest import not_found
from argmap.graph.sparql_result import SparqlResult
from argmap.model.page import Page
from argmap.store.contract import Store
from argmap.store.safety import refuse_unsafe
from argmap.vocabulary import ID

_ALL = Page(limit=2**31 - 1)


@dataclass(frozen=True)
class ArgumentMap:
    """Articles as a knowledge graph, checked and complete; it never changes.

    `digest` (SHA-256 in hexadecimal) names this state: it changes when the data, the ontology, the context or
    a query file does. `aligned` holds the same and what alignments add in foreign terms, where any is
    switched on; SPARQL is answered from it, the queries of the catalogue never are.
    """

    catalogue: Catalogue
    store: Store
    context: Context
    digest: str
    aligned: Store | None = None
    _totals: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    # What was worked out on all of it and is kept; `graph/evaluation/remembered.py` says what.
    made: dict[tuple[str, ...], object] = field(default_factory=dict, repr=False, compare=False)
    _descriptions: Descriptions = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_descriptions", Descriptions(self.store))

    @property
    def open_store(self) -> Store:
        """The store from which SPARQL is answered."""
        return self.store if self.aligned is None else self.aligned

    def answer(
        self,
        query: str | QueryFile,
        values: Values,
        page: Page | None = None,
        style: str | None = None,
    ) -> Answer:
        """Answer a query of the catalogue, by name, or any query file.

        A trace cites works in `style`, a work is cited if there is a `style`.

        Raises NotFound for a name or thing that is not here, and UsageError for values that do not fit.
        """
        asked = self.catalogue.named(query) if isinstance(query, str) else query
        return self.answer_bound(asked.bind(values, page), page, style)

    def answer_bound(
        self,
        bound: BoundQuery,
        page: Page | None = None,
        style: str | None = None,
        seconds: float = SECONDS,
    ) -> Answer:
        """Answer a query that is bound already; raises NotFound for a thing that is not here.

        An explanation is looked for for so many `seconds` at most.
        """
        shape = bound.query.shape
        if shape == "list":
            return self._list(bound, page or Page())
        if shape == "tree":
            return self._thing(bound, style)
        if shape == "trace":
            return self._trace(bound, DEFAULT_STYLE if style is None else style)
        if shape == "impact":
            return impact_answer(self, bound)
        if shape == "bearing":
            return bearing_answer(self, bound)
        if shape == "explanation":
            return explanation_answer(self, bound, seconds)
        return self._plain(bound)

    def sparql(
        self,
        text: str,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> SparqlResult:
        """Answer a stranger's SPARQL query, after checking that it only reads what is here.

        Raises QueryRefused, and QuerySyntaxError if the text is no query.
        """
        refuse_unsafe(text, self.open_store.graphs(), [*(default_graphs or ()), *(named_graphs or ())])
        return SparqlResult(self.open_store.query(text, default_graphs or None, named_graphs or None))

    def run(self, query: str | QueryFile, values: Values) -> SparqlResult:
        """Run a query of the catalogue and return what it gives, unshaped."""
        asked = self.catalogue.named(query) if isinstance(query, str) else query
        return SparqlResult(self.store.query(asked.bind(values).text))

    def triples(self, bound: BoundQuery) -> bytes:
        """Return what a query of the catalogue constructs, as N-Triples."""
        return self._descriptions.triples(bound)

    def _list(self, bound: BoundQuery, page: Page) -> Answer:
        items, columns = self._items(bound)
        if not items:
            self._refuse_unknown_things(bound)
        total = self._total(bound, page, len(items))
        return Answer(
            bound,
            {"items": answers.Written(items), "total": total},
            columns,
            total=total,
            page=page,
            works=partial(self._records, bound.query.records, items),
        )

    def _records(self, name: str | None, items: Sequence[answers.Indented]) -> Sequence[Item]:
        """Return the works of a list as CSL-JSON items, from the query of that name."""
        if name is None or not items:
            return []
        works = [str(json.loads(item.text)["id"]) for item in items]
        bound = self.catalogue.named(name).bind({"source": works})
        return answers.works(works, self.triples(bound), self.context)

    def _refuse_unknown_things(self, bound: BoundQuery) -> None:
        """Tell a filter that fits nothing from one that names nothing: raise NotFound for the latter."""
        for term in bound.terms.values():
            if isinstance(term, NamedNode) and term.value.startswith(ID) and not self._describes(term):
                raise not_found(self, term.value)

    def _describes(self, thing: NamedNode) -> bool:
        return bool(self.store.query(f"ASK {{ {thing} ?property ?value }}"))

    def _items(self, bound: BoundQuery) -> tuple[list[answers.Indented], tuple[str, ...]]:
        solutions = cast("QuerySolutions", self.store.query(bound.text))
        columns = tuple(variable.value for variable in solutions.variables)
        query = bound.query
        items = answers.items(columns, solutions, self.context, query.order, query.arrays, query.item_type)
        return items, columns

    def _total(self, bound: BoundQuery, page: Page, on_page: int) -> int:
        """Return how many items all pages have; ask the store only when the page does not show it."""
        if on_page < page.limit and (on_page or not page.offset):
            return page.offset + on_page
        everything = bound.on_page(_ALL)
        if everything not in self._totals:
            solutions = cast("QuerySolutions", self.store.query(everything))
            self._totals[everything] = len({solution[0] for solution in solutions} - {None})
        return self._totals[everything]

    def _thing(self, bound: BoundQuery, style: str | None) -> Answer:
        root, triples = self._constructed(bound)
        query = bound.query
        document, cut = answers.tree(root, triples, self.context, query.reverse, query.order, query.arrays)
        works: Sequence[Item] = ()
        if query.csl:
            document, works = answers.cite(document, style)
        if cut:
            document = answers.with_last(document, "truncated", True)
        return Answer(
            bound,
            document,
            constructed=triples,
            silences=self.context.silences,
            truncated=cut,
            works=lambda: works,
        )

    def _trace(self, bound: BoundQuery, style: str) -> Answer:
        root, triples = self._constructed(bound)
        query = bound.query
        trace = answers.Trace(root, triples, self.context, query.edges, query.order, self.digest, style)
        return Answer(
            bound,
            trace.document,
            constructed=triples,
            silences=self.context.silences,
            total=trace.total,
            truncated=trace.truncated,
            trace=trace,
        )

    def _constructed(self, bound: BoundQuery) -> tuple[str, bytes]:
        """Return the root of a query and what it constructs, as N-Triples; raise NotFound for none."""
        root = bound.root
        if root is None:
            raise ContractError(bound.query.file, f"shape {bound.query.shape} needs a root")
        triples = self.triples(bound)
        about = f"<{root}> ".encode()
        if not triples.startswith(about) and b"\n" + about not in triples:
            raise not_found(self, root)
        return root, triples

    def _plain(self, bound: BoundQuery) -> Answer:
        """Answer a query without a shape: rows as they are, triples, or a truth value."""
        result = self.store.query(bound.text)
        if isinstance(result, QueryTriples):
            return Answer(bound, {}, constructed=_written(result))
        if isinstance(result, QueryBoolean):
            return Answer(bound, {"boolean": bool(result)})
        columns = tuple(variable.value for variable in result.variables)
        rows = answers.plain_rows(columns, result, self.context)
        return Answer(bound, {"items": rows, "total": len(rows)}, columns, total=len(rows))


def _written(triples: QueryTriples) -> bytes:
    return triples.serialize(format=RdfFormat.N_TRIPLES) or b""
