"""Reading Turtle files into quads, with errors that say where and what to do."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat

from argmap.errors import InputError

_REMEDIES = {
    "'/' is not allowed": "Write \\/ for a slash in a short name, or the full IRI between < and >.",
    "prefix": "Declare the prefix with @prefix at the top of the file, or correct its spelling.",
    "IRI": "Write IRIs in full between < and >, without spaces.",
    "\ufeff": "Save the file as UTF-8 without a byte order mark (BOM).",
    "UTF-8": "Save the file as UTF-8.",
    "Line jumps": "Close the quotation mark on this line, or put three of them around a longer text.",
    "dot is expected": "End what stands before with a dot; between its properties stands a semicolon.",
    "Unexpected end": "Close what is open here: a quotation mark or a bracket; or add the last dot.",
}
_REMEDY = "Look here and on the line before for a missing dot, semicolon or quotation mark."


def read_turtle(path: Path, graph: str, scope: str) -> Iterator[Quad]:
    """Yield what a Turtle file says, as quads of one named graph.

    Blank nodes are named after `scope` and the order in which they come, so that those of two files never
    meet and the same file gives the same names. Raises InputError with the line and column of the mistake.
    """
    node, blanks = NamedNode(graph), dict[BlankNode, BlankNode]()

    def scoped(term: BlankNode) -> BlankNode:
        return blanks.setdefault(term, BlankNode(f"{scope}b{len(blanks)}"))

    try:
        for quad in pyoxigraph.parse(path=str(path), format=RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            yield Quad(
                scoped(subject) if isinstance(subject, BlankNode) else subject,
                quad.predicate,
                scoped(value) if isinstance(value, BlankNode) else value,
                node,
            )
    except SyntaxError as error:
        raise _input_error(path, error) from error
    except OSError as error:
        raise InputError(
            path, None, f"cannot be read: {error}", "Check the path and its permissions."
        ) from error


def _input_error(path: Path, error: SyntaxError) -> InputError:
    message = str(error.msg).partition(": ")[2].rstrip(".") or str(error.msg)
    remedy = next((remedy for sign, remedy in _REMEDIES.items() if sign in message), _REMEDY)
    return InputError(path, error.lineno, message, remedy, error.offset)
