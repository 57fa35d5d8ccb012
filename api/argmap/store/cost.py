"""What a query costs the engine before it finds anything: reading its text, and planning its joins.

Found by trying (pyoxigraph 0.5.13, two cores): 10,000 operators in a row or 3,000 brackets in one another
overflow the stack. Planning 100 patterns that share a subject takes a second, 200 more than ten. And where
the grammar has two ways to go on after a bracket, the engine reads what is inside twice: twenty REPLACE in
one another take two seconds, thirty an hour. A path with `+` around `+` is walked twice in each: thirty of
them take seconds over no data at all.
"""

from collections.abc import Callable, Iterable, Mapping

from argmap.errors import QueryRefused
from argmap.settings import Limits

# Together all groups of a query may have this many times the patterns of one.
_GROUPS = 4
MAX_SIGNS_IN_A_ROW = 16
MAX_PLUS_IN_PLUS = 16
# Tokens read, with those that are read again and again: about a tenth of a second.
MAX_READINGS = 1 << 18

_TERMS = ("TRUE", "FALSE", "A")
_READ_TWICE = ("REGEX", "SUBSTR", "REPLACE", "GROUP_CONCAT")
# A group behind one of these is planned on its own.
_APART = ("OPTIONAL", "MINUS", "EXISTS", "UNION", "LATERAL")
# What the planner puts in order beside triples.
_ORDERED = ("OPTIONAL", "MINUS", "LATERAL", "VALUES")
_CLAUSES = (*_APART, "FILTER", "BIND", "GRAPH", "VALUES")


# An open bracket with what held outside it: sign, fresh, patterns, readings, counted, plus; is it joined?
_Bracket = tuple[str, bool, int, int, bool, int, bool]


def refuse_costly(pieces: Iterable[str], limits: Limits) -> None:
    """Raise QueryRefused for a text, in pieces (`argmap.sparql_tokens`), that is too deep or too wide."""
    _Reader(limits).read(pieces)


class _Reader:
    """Reads a query once from left to right, and counts."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.open: list[_Bracket] = []
        self.last = ""  # the keyword, sign or bracket just before; "term" for any term
        self.fresh = False  # whether the next term begins a triple
        self.counted = True  # whether triples here are patterns: not in VALUES, nor in a template
        self.data = self.negated = False  # whether VALUES or ! waits for its bracket
        self.patterns = self.most = self.sum = 0
        self.closed: int | None = None  # patterns of the joined group that was closed last
        self.operators = self.in_a_row = 0
        self.plus = self.plus_inside = 0  # `)+` within one another, here and in the bracket just closed
        self.readings, self.read_so_far = 1, 0

    def read(self, pieces: Iterable[str]) -> None:
        """Count all pieces, and refuse what is too much."""
        for piece in pieces:
            self.read_so_far += self.readings
            act = _SIGNS.get(piece)
            if act is not None:
                act(self, piece)
            elif piece[0].isalpha() and ":" not in piece:
                self._word(piece.upper())
            elif piece[0] != "@":
                self._term(piece)
        self._plan(self.patterns)
        self._refuse()

    def _refuse(self) -> None:
        limits = self.limits
        if self.read_so_far > MAX_READINGS:
            raise QueryRefused(
                f"{', '.join(_READ_TWICE)}, ! or functions are nested too deep: the engine would read the "
                f"query {self.read_so_far / MAX_READINGS:,.0f} times as long as it may. Use BIND for parts."
            )
        for what, count, most in (
            ("operators and clauses", self.operators, limits.operators),
            ("patterns in one group", self.most, limits.patterns),
            ("patterns in all groups", self.sum, limits.patterns * _GROUPS),
        ):
            if count > most:
                raise QueryRefused(f"the query has about {count:,} {what}; at most {most:,} are allowed.")

    def _term(self, piece: str) -> None:
        self.negated = self.negated and (piece[0] == "<" or (":" in piece and piece[0] not in "'\""))
        if self.fresh:
            self.patterns += self.counted
            self.fresh = False
        elif self.last == "term" and not self.open:
            self.operators += 1  # DESCRIBE puts each of its things into another
        elif self.last == "term" and self.open[-1][0] == "(" and self.counted:
            self.patterns += 2  # a list: `rdf:first` and `rdf:rest`
        self.last = "term"

    def _word(self, word: str) -> None:
        if word in _TERMS:
            self._term(word)
            return
        if word in _CLAUSES:
            self._clause(word)
        elif word == "SELECT" and self.open:
            sign, fresh, patterns, readings, counted, plus, _ = self.open[-1]
            self.open[-1] = (sign, fresh, patterns + 1, readings, counted, plus, False)
        elif "." in word or "-" in word:
            self.patterns += word.count(".")
            self.operators += word.count("-")
        self.last = word

    def _clause(self, word: str) -> None:
        self.operators += 1
        self.fresh = bool(self.open)
        if word in _ORDERED:
            self.patterns += self.counted
        if word == "VALUES":
            self.data, self.fresh = True, False
        if word == "UNION" and self.closed is not None:
            self.patterns += 1 - self.closed  # the group before is a branch, planned on its own
            self._plan(self.closed)
            self.closed = None

    def _separator(self, piece: str) -> None:
        self.fresh = bool(self.open) and self.open[-1][0] != "("
        self.last, self.negated = piece, False

    def _operator(self, piece: str) -> None:
        self.operators += 1
        self.negated = piece == "!"
        if piece == "/":
            self.patterns += self.counted
        elif piece == "+" and self.last == ")":
            self._plus()
        self._sign(piece)

    def _plus(self) -> None:
        self.plus = max(self.plus, self.plus_inside + 1)
        if self.plus > MAX_PLUS_IN_PLUS:
            raise QueryRefused(f"more than {MAX_PLUS_IN_PLUS} paths with + are within one another.")

    def _sign(self, piece: str) -> None:
        self.in_a_row = self.in_a_row + 1 if self.last in _UNARY else 1
        if self.in_a_row > MAX_SIGNS_IN_A_ROW and piece in _UNARY:
            raise QueryRefused(f"the query has more than {MAX_SIGNS_IN_A_ROW} signs like ! in a row.")
        if piece == "~":
            self.patterns += self.counted  # rdf:reifies
        self.last = piece

    def _opening(self, piece: str) -> None:
        last = self.last
        if len(self.open) >= self.limits.depth:
            raise QueryRefused(f"the query is nested deeper than {self.limits.depth} levels.")
        if piece == "(" and last == ")" and self.counted and (not self.open or self.open[-1][0] == "{"):
            self.operators += 1  # HAVING puts each of its conditions into another
        joined = last not in _APART
        self.open.append((piece, self.fresh, self.patterns, self.readings, self.counted, self.plus, joined))
        self.plus = 0
        if last == "term" or piece == "{|" or last.endswith(_READ_TWICE):
            self.readings <<= piece in ("(", "{|")
        self.readings <<= self.negated
        self.fresh = piece != "(" and piece != "<<"
        if piece == "{":
            self.counted = self.counted and not self.data and not last.endswith("CONSTRUCT")
            self.patterns, self.data = 0, False
        elif piece in ("<<", "{|"):
            self.patterns += self.counted  # rdf:reifies
        elif self.data:
            self.counted = False
        self.last, self.negated = piece, False

    def _closing(self, piece: str) -> None:
        self.last, self.negated = piece, False
        if not self.open:
            return
        inside = self.patterns
        self.plus_inside = self.plus
        sign, self.fresh, outside, self.readings, self.counted, plus, joined = self.open.pop()
        self.plus = max(self.plus, plus)
        if sign != "{":
            return
        self.fresh = bool(self.open)
        self.closed = inside if joined else None
        self.patterns = outside + inside if joined else outside
        if not joined:
            self._plan(inside)

    def _plan(self, patterns: int) -> None:
        self.most = max(self.most, patterns)
        self.sum += patterns


_UNARY = ("!", "+", "-", "^", "*")
_SIGNS: Mapping[str, Callable[[_Reader, str], None]] = {
    **dict.fromkeys(("(", "[", "{", "<<", "{|"), _Reader._opening),
    **dict.fromkeys((")", "]", "}", ">>", "|}"), _Reader._closing),
    **dict.fromkeys((".", ";", ","), _Reader._separator),
    **dict.fromkeys(
        ("||", "&&", "!", "+", "-", "*", "/", "|", "^", "=", "!=", "<", ">", "<=", ">=", "?"),
        _Reader._operator,
    ),
    **dict.fromkeys(("^^", "~"), _Reader._sign),
}
