"""What a request says in its query string: values for the query file, the page, the format."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from urllib.parse import parse_qsl

from argmap.catalogue.binding import Values, path_variables
from argmap.catalogue.query_file import QueryFile
from argmap.errors import BadParameter, UnknownParameter, UsageError
from argmap.model.page import Page

DEFAULT_LIMIT = 50
MAX_LIMIT = 1000
MAX_OFFSET = 10**9
_MAX_FIELDS = 100

FORMAT = "format"
STYLE = "style"
LIMIT = "limit"
OFFSET = "offset"


@dataclass(frozen=True)
class Asked:
    """What a request asks of a query file; `given` is the query string without paging, sorted by name.

    Sorted, as the order in which parameters come must not show in an answer: it has one tag for all orders.
    """

    values: Values
    page: Page | None
    format: str | None
    given: Values
    style: str | None = None


def read(query: QueryFile, text: str | bytes, fixed: Mapping[str, str]) -> Asked:
    """Return what a query string (without `?`) asks of `query`.

    `fixed` is what the path says, values for its variables or for parameters; the query string may not.
    Raises UnknownParameter, BadParameter (also for a parameter given twice), UsageError.
    """
    from_path = filled_by_path(query) if fixed else frozenset()
    own = [parameter.name for parameter in query.parameters if parameter.name not in from_path | fixed.keys()]
    paging = [LIMIT, OFFSET] if query.shape == "list" else []
    styled = [STYLE] if query.shape == "trace" or query.csl else []
    several, single = _several(pairs(text), {p.name for p in query.parameters if p.many})
    given = once(single)
    everything: Values = {**given, **several}
    for name in everything:
        if name not in (*own, *paging, *styled, FORMAT):
            raise UnknownParameter(name, [*own, *paging, *styled, FORMAT])
    return Asked(
        values={**{name: everything[name] for name in own if name in everything}, **fixed},
        page=page_of(given) if paging else None,
        format=given.get(FORMAT),
        given={name: value for name, value in sorted(everything.items()) if name not in (LIMIT, OFFSET)},
        style=given.get(STYLE) if styled else None,
    )


def _several(
    given: Sequence[tuple[str, str]], many: Set[str]
) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """Return the values of the parameters that take many, sorted and each once; and the other pairs."""
    several = {
        name: sorted({value for other, value in given if other == name})
        for name in dict.fromkeys(name for name, _ in given if name in many)
    }
    return several, [pair for pair in given if pair[0] not in many]


def pairs(text: str | bytes) -> list[tuple[str, str]]:
    """Return the names and values of a query string or form body; raises UsageError for one not in UTF-8."""
    try:
        plain = text.decode("ascii") if isinstance(text, bytes) else text
        return parse_qsl(plain, keep_blank_values=True, errors="strict", max_num_fields=_MAX_FIELDS)
    except UnicodeDecodeError as error:
        raise UsageError("the parameters are not percent-encoded UTF-8.") from error
    except ValueError as error:
        raise UsageError(f"there are more than {_MAX_FIELDS} parameters.") from error


def once(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the pairs as a mapping; raises BadParameter for a name that comes twice."""
    values: dict[str, str] = {}
    for name, value in given:
        if name in values:
            raise BadParameter(name, "is given more than once; give it once.")
        values[name] = value
    return values


def wanted_format(text: str | bytes) -> str | None:
    """Return the `format` of a query string; raises UnknownParameter for anything else in it."""
    given = once(pairs(text))
    for name in given:
        if name != FORMAT:
            raise UnknownParameter(name, [FORMAT])
    return given.get(FORMAT)


def filled_by_path(query: QueryFile) -> frozenset[str]:
    """Return the parameters that the path fills, by their name or by all the holes of their template."""
    variables = set(path_variables(query.path))
    return frozenset(
        p.name for p in query.parameters if p.name in variables or (p.holes and set(p.holes) <= variables)
    )


def page_of(given: Mapping[str, str], default: int = DEFAULT_LIMIT) -> Page:
    """Return the page that a query string asks for, of `default` items unless it says how many."""
    limit = _integer(given, LIMIT, default, 1, MAX_LIMIT)
    return Page(limit, _integer(given, OFFSET, 0, 0, MAX_OFFSET))


def _integer(given: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = given.get(name, str(default))
    # `int` takes signs, underscores and other scripts' digits: none of them is what a link of ours says.
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and least <= int(text) <= most):
        raise BadParameter(name, f'"{text}" is not a whole number from {least} to {most}.')
    return int(text)
