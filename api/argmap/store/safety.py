"""What a stranger's query must be before the engine sees it.

The engine cannot be told to leave SERVICE alone, cannot be interrupted, and some texts kill the process. The
limits were found by trying (pyoxigraph 0.5.13): 12,000 operators in a row, or 4,000 BINDs, overflow the
stack; 200 patterns about one subject take eleven seconds to plan, 100 take 0.7; each more VALUES block or
step of a path costs like a pattern. Who runs queries in workers that can be killed still calls this first.
"""

import re
from collections.abc import Collection, Sequence

from argmap.errors import QueryRefused
from argmap.sparql_tokens import Token, place, prologue, tokens

MAX_BYTES = 100_000
MAX_DEPTH = 64
MAX_PATTERNS = 100
MAX_OPERATORS = 1_000
MAX_SIGNS_IN_A_ROW = 16

_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_OPERATORS = frozenset(("||", "&&", "!", "+", "-", "*", "/", "|", "^", "=", "!=", "<", ">", "<=", ">=", "?"))
_CLAUSES = ("UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "GRAPH", "VALUES", "EXISTS", "LATERAL")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
# With `://` near the front an IRI cannot be read as an operator, a prefixed name and what follows.
_PLAIN_IRI = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://[^)']*>")


def refuse_unsafe(text: str, graphs: Collection[str], dataset: Sequence[str] = ()) -> None:
    """Raise QueryRefused unless a query only reads, and only graphs that we hold.

    `graphs` are the named graphs of the store, `dataset` those that the request names beside the text.
    """
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        raise QueryRefused(f"the query has {size:,} bytes; at most {MAX_BYTES:,} are allowed.")
    found = list(tokens(text))
    _refuse_update(found)
    _refuse_service(text, found)
    _refuse_hidden(text, found)
    _refuse_costly(found)
    _refuse_graphs([*dataset, *_dataset(text, found)], graphs)


def _refuse_update(found: list[Token]) -> None:
    _, at = prologue(found)
    if at < len(found) and found[at].is_word(*_UPDATES):
        raise QueryRefused(
            f"{found[at].text.upper()} is an update; here are only queries, which change nothing."
        )


def _refuse_service(text: str, found: list[Token]) -> None:
    """Refuse the keyword, also inside a word: the engine reads `trueSERVICEex:x` as three tokens."""
    for token in found:
        if "SERVICE" in _keywords(token):
            line, column = place(text, token.start)
            raise QueryRefused(
                f"SERVICE (line {line}, column {column}) is not allowed: this endpoint calls no other. "
                "Of a prefix with that name, choose another."
            )


def _keywords(token: Token) -> str:
    """Return, in capitals, what the engine might read as keywords: a word, or a name up to its colon."""
    return token.text.partition(":")[0].upper() if token.kind in ("word", "name") else ""


def _refuse_hidden(text: str, found: list[Token]) -> None:
    """Refuse an IRI that is also an operator with something behind it.

    In `FILTER(?a<?b)SERVICE#>` the engine sees a comparison, this tokenizer an IRI. Inside parentheses, an
    IRI that could hide the start of a comment or string, or a closing parenthesis, is written in full.
    """
    depth = 0
    for token in found:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        risky = token.kind == "iri" and depth > 0 and any(sign in token.text for sign in "#')")
        if risky and not _PLAIN_IRI.fullmatch(token.text):
            line, column = place(text, token.start)
            raise QueryRefused(
                f"the IRI at line {line}, column {column} could also be read as a comparison. "
                "Write it in full, with %27, %28 and %29 for quotation mark and parentheses, or use a prefix."
            )


def _refuse_costly(found: list[Token]) -> None:
    """Refuse what is too deep, too long or too wide for the engine."""
    depth = in_a_row = operators = 0
    for token in found:
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        in_a_row = in_a_row + 1 if token.text in ("!", "+", "-", "^", "*") else 0
        operators += token.text in _OPERATORS or token.is_word(*_CLAUSES)
        if depth > MAX_DEPTH:
            raise QueryRefused(f"the query is nested deeper than {MAX_DEPTH} levels.")
        if in_a_row > MAX_SIGNS_IN_A_ROW:
            raise QueryRefused(f"the query has more than {MAX_SIGNS_IN_A_ROW} signs like ! in a row.")
    if operators > MAX_OPERATORS:
        raise QueryRefused(
            f"the query has {operators:,} operators and clauses; at most {MAX_OPERATORS:,} are allowed."
        )
    patterns = _patterns(found)
    if patterns > MAX_PATTERNS:
        raise QueryRefused(
            f"the query joins about {patterns:,} patterns; at most {MAX_PATTERNS} are allowed."
        )


def _patterns(found: list[Token]) -> int:
    """Count what the planner must order: triples (by their ends), steps of paths and blocks of VALUES."""
    parentheses = count = 0
    for token in found:
        parentheses += {"(": 1, ")": -1}.get(token.text, 0)
        outside = parentheses == 0 and token.text in (".", ";", ",")
        count += outside or token.text in ("/", "^", "[") or token.is_word("VALUES", "GRAPH")
    return count


def _dataset(text: str, found: list[Token]) -> list[str]:
    """Return the graphs of the FROM clauses."""
    prefixes, _ = prologue(found)
    graphs = []
    for at, token in enumerate(found):
        if "FROM" not in _keywords(token):
            continue
        named = at + 1 < len(found) and found[at + 1].is_word("NAMED")
        target = found[at + 1 + named] if at + 1 + named < len(found) else None
        if token.kind != "word" or target is None or target.kind not in ("iri", "name"):
            line, column = place(text, token.start)
            raise QueryRefused(f"FROM at line {line}, column {column} needs a space and an IRI after it.")
        graphs.append(_resolved(target, prefixes))
    return graphs


def _resolved(token: Token, prefixes: dict[str, str]) -> str:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return prefixes.get(prefix, f"{prefix}:") + local


def _refuse_graphs(asked: Sequence[str], held: Collection[str]) -> None:
    for graph in asked:
        if graph not in held:
            raise QueryRefused(f"there is no graph <{graph}> here. There are: {', '.join(sorted(held))}.")
