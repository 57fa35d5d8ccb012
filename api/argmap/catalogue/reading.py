"""Reading a query file: its head (YAML after `#+`), its form, and the places that binding may change.

Every rule of query files is checked here, so that a file that loads also works: what breaks one is refused
with the file's name and, where it is known, the line.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from argmap.catalogue.binding import path_variables, terms_of
from argmap.catalogue.halves import Halves, halves
from argmap.catalogue.query_file import Form, QueryFile, Shape, Slot
from argmap.errors import ContractError, UsageError
from argmap.model.parameter import Parameter, ParameterType
from argmap.sparql_tokens import Token, prologue, tokens

# The reader of PyYAML that is written in C, where there is one, takes a tenth of the time.
_YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HEAD_KEYS = {"path", "summary", "description", "shape", "root", "reverse", "order", "edges", "arrays",
              "itemType", "csl",
              "records", "severity", "group", "source", "checkedBy", "parameters"}  # fmt: skip
_PARAMETER_KEYS = {"type", "description", "example", "required", "default", "choices", "template", "kind",
                   "many"}  # fmt: skip
_SHAPE_FORMS = {"list": ("select",), "tree": ("construct",), "trace": ("construct",),
                "impact": ("construct",), "bearing": ("construct",), "explanation": ("construct",),
                "none": get_args(Form)}  # fmt: skip


def read_query(file: Path, name: str) -> QueryFile:
    """Read one query file; raise ContractError if it breaks a rule of query files."""
    text = file.read_text(encoding="utf-8")
    head = _head(file, text)
    found = list(tokens(text))
    form = _form(file, found)
    parameters = tuple(_parameter(file, text, *item) for item in _mapping(file, head, "parameters").items())
    slots = _slots(file, text, found, parameters, paged=form == "select" and head.get("shape") == "list")
    query = QueryFile(
        name=name,
        file=file,
        text=text,
        form=form,
        summary=str(head.get("summary") or ""),
        description=str(head.get("description") or ""),
        path=head.get("path"),
        shape=cast("Shape", head.get("shape", "none")),
        root=head.get("root"),
        reverse=_strings(file, head, "reverse"),
        order=_strings(file, head, "order"),
        edges=_strings(file, head, "edges"),
        arrays=_strings(file, head, "arrays"),
        item_type=head.get("itemType"),
        csl=bool(head.get("csl", False)),
        records=head.get("records"),
        severity=head.get("severity"),
        group=head.get("group"),
        source=head.get("source"),
        checked_by=head.get("checkedBy"),
        parameters=parameters,
        columns=_columns(found) if form == "select" else (),
        slots=slots,
        halves=_halves(text, found, slots) if form == "construct" else None,
    )
    _check(query)
    return query


def _head(file: Path, text: str) -> dict[str, Any]:
    """Return the head: the lines that start with `#+`, read as YAML."""
    lines = text.splitlines()
    # Other lines stay as empty ones, so that YAML's line numbers are the file's.
    source = "\n".join(line[2:].removeprefix(" ") if line.startswith("#+") else "" for line in lines)
    try:
        head = yaml.load(source, _YAML)  # noqa: S506 (both are safe)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ContractError(file, f"the head is no YAML: {error.problem}", line) from error
    if not isinstance(head, dict):
        raise ContractError(file, "has no head; start it with lines like `#+ summary: …`", 1)
    for key in head:
        if key not in _HEAD_KEYS:
            raise ContractError(
                file,
                f'unknown key "{key}"; a head has {", ".join(sorted(_HEAD_KEYS))}',
                _line(text, str(key)),
            )
    return head


def _parameter(file: Path, text: str, name: str, given: Any) -> Parameter:
    """Return one parameter of the head; refuse one that is not declared in full."""
    line = _line(text, str(name))
    if not isinstance(given, dict):
        raise ContractError(file, f"parameter {name}: is no mapping of type, description and example", line)
    for key in given:
        if key not in _PARAMETER_KEYS:
            raise ContractError(file, f'parameter {name}: unknown key "{key}"', line)
    for key in ("type", "description", "example"):
        if given.get(key) in (None, ""):
            raise ContractError(file, f"parameter {name}: has no {key}", line)
    if given["type"] not in get_args(ParameterType):
        raise ContractError(
            file,
            f'parameter {name}: no type "{given["type"]}"; one of {", ".join(get_args(ParameterType))}',
            line,
        )
    if (given["type"] in ("token", "choice")) != bool(given.get("choices")):
        raise ContractError(file, f"parameter {name}: choices go with the types token and choice", line)
    return Parameter(
        name=name,
        type=given["type"],
        description=str(given["description"]),
        example=_yaml_text(given["example"]),
        required=bool(given.get("required", False)),
        default=None if given.get("default") is None else _yaml_text(given["default"]),
        choices=tuple(_yaml_text(choice) for choice in given.get("choices") or ()),
        template=given.get("template"),
        kind=given.get("kind"),
        many=bool(given.get("many", False)),
    )


def _form(file: Path, found: list[Token]) -> Form:
    _, at = prologue(found)
    form = found[at].text.lower() if at < len(found) else ""
    if form not in get_args(Form):
        raise ContractError(file, f"is no query; after the prefixes comes one of {', '.join(get_args(Form))}")
    return cast("Form", form)


def _columns(found: list[Token]) -> tuple[str, ...]:
    """Return the variables of the outermost SELECT, in order."""
    _, at = prologue(found)
    depth, names = 0, []
    for previous, token in pairwise(found[at:]):
        if token.text == "{" or token.is_word("WHERE", "FROM"):
            break
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if token.kind == "variable" and (depth == 0 or (depth == 1 and previous.is_word("AS"))):
            names.append(token.text[1:])
    return tuple(names)


def _slots(
    file: Path, text: str, found: list[Token], parameters: Sequence[Parameter], *, paged: bool
) -> dict[str, Slot]:
    """Return the places that binding replaces: the UNDEF of each parameter, LIMIT's and OFFSET's number."""
    slots = {parameter.name: _undef(file, text, found, parameter.name) for parameter in parameters}
    if paged:
        slots |= {word: _number_after(file, text, found, word) for word in ("LIMIT", "OFFSET")}
    return slots


def _halves(text: str, found: list[Token], slots: Mapping[str, Slot]) -> Halves | None:
    """Return where a query divides, if all that binding replaces stands in the first half."""
    divided = halves(text, found)
    if divided is None:
        return None
    end = len(text) - divided.behind
    inside = all(divided.start <= slot.start and slot.end <= end for slot in slots.values())
    return divided if inside else None


def _undef(file: Path, text: str, found: list[Token], name: str) -> Slot:
    places = [
        Slot(found[n + 3].start, found[n + 3].end)
        for n in range(len(found) - 4)
        if found[n].is_word("VALUES")
        and found[n + 1].text in (f"?{name}", f"${name}")
        and found[n + 2].text == "{"
        and found[n + 3].is_word("UNDEF")
        and found[n + 4].text == "}"
    ]
    if len(places) != 1:
        raise ContractError(
            file,
            f"parameter {name}: the text needs `VALUES ?{name} {{ UNDEF }}` exactly once, not {len(places)}×",
            _line(text, name),
        )
    return places[0]


def _number_after(file: Path, text: str, found: list[Token], word: str) -> Slot:
    places = [
        Slot(after.start, after.end)
        for token, after in pairwise(found)
        if token.is_word(word) and after.kind == "number"
    ]
    if len(places) != 1:
        raise ContractError(file, f"a list has exactly one `{word}` with a number, not {len(places)}")
    return places[0]


def _check(query: QueryFile) -> None:
    """Refuse what is declared in a way that cannot work."""
    if not query.summary:
        raise ContractError(query.file, "has no summary", 1)
    if query.shape not in get_args(Shape):
        raise ContractError(query.file, f'no shape "{query.shape}"; one of {", ".join(get_args(Shape))}', 1)
    if query.form not in _SHAPE_FORMS[query.shape]:
        raise ContractError(query.file, f"shape {query.shape} does not go with {query.form.upper()}")
    if query.path is not None and (not isinstance(query.path, str) or not query.path.startswith("/")):
        raise ContractError(query.file, f"path {query.path}: starts with a slash", _line(query.text, "path"))
    if query.shape == "list":
        _check_columns(query)
    if query.shape in ("tree", "trace", "explanation"):
        _check_root(query)
    if query.shape == "trace" and not query.edges:
        raise ContractError(query.file, "shape trace needs edges: the keys that count as steps", 1)
    _check_path(query)
    _check_examples(query)


def _check_columns(query: QueryFile) -> None:
    if not query.columns or query.columns[0] != "id":
        raise ContractError(query.file, "the first variable of a list is ?id")
    for column in query.columns:
        parent = column.rpartition("_")[0]
        if parent and parent not in query.columns:
            raise ContractError(query.file, f"?{column} needs ?{parent}, the IRI of what it tells about")


def _check_root(query: QueryFile) -> None:
    things = [
        parameter.name for parameter in query.parameters if parameter.type == "thing" and parameter.required
    ]
    if query.root not in things:
        raise ContractError(query.file, f"root: {query.root} is no required parameter of type thing", 1)


def _check_path(query: QueryFile) -> None:
    """Every path variable fills something, and every template's named hole is filled by the path."""
    if query.path is None:
        return
    line = _line(query.text, "path")
    variables = set(path_variables(query.path))
    holes = {hole for parameter in query.parameters for hole in parameter.holes if hole}
    names = {parameter.name for parameter in query.parameters}
    if unused := sorted(variables - holes - names):
        raise ContractError(
            query.file, f"path variable {unused[0]}: fills no template and is no parameter", line
        )
    if unfilled := sorted(holes - variables):
        raise ContractError(query.file, f"template variable {unfilled[0]}: is not in the path", line)


def _check_examples(query: QueryFile) -> None:
    """Every example and every default is a value that the parameter takes."""
    for parameter in query.parameters:
        for value in filter(None, (parameter.example, parameter.default)):
            try:
                terms_of([parameter], None, {parameter.name: value})
            except UsageError as error:
                line = _line(query.text, parameter.name)
                raise ContractError(query.file, f"parameter {error}", line) from error


def _mapping(file: Path, head: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = head.get(key) or {}
    if not isinstance(value, dict):
        raise ContractError(file, f"{key}: is no mapping")
    return value


def _strings(file: Path, head: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = head.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ContractError(file, f"{key}: is no list of names")
    return tuple(value)


def _yaml_text(value: Any) -> str:
    """Return a scalar of the head as the text a caller would give: YAML's true is `true`."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _line(text: str, key: str) -> int | None:
    """Return the line of the head where a key stands."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#+") and line[2:].strip().startswith(f"{key}:"):
            return number
    return None
