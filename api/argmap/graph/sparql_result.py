"""What a SPARQL query gave, to be written once in one of the formats of its family."""

import pyoxigraph
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

from argmap.formats.registry import BOOLEANS, GRAPHS, RESULTS, Format
from argmap.store.contract import Result
from argmap.vocabulary import PREFIXES


class SparqlResult:
    """The result of a query: rows, a truth value or triples. The engine works while it is being written."""

    def __init__(self, result: Result) -> None:
        self._result = result

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats in which this result can be written, the usual one first."""
        if isinstance(self._result, QueryTriples):
            return GRAPHS
        return BOOLEANS if isinstance(self._result, QueryBoolean) else RESULTS

    @property
    def raw(self) -> Result:
        """The rows, truth value or triples themselves."""
        return self._result

    def write(self, format: Format) -> bytes:
        """Return the result in one of its `formats`."""
        result, engine = self._result, format.engine
        if isinstance(result, QueryTriples) and isinstance(engine, RdfFormat):
            return pyoxigraph.serialize(result, format=engine, prefixes=PREFIXES) or b""
        if isinstance(result, QuerySolutions | QueryBoolean) and isinstance(engine, QueryResultsFormat):
            return result.serialize(format=engine) or b""
        raise ValueError(f"{format.name} cannot hold this kind of result")
