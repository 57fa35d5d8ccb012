"""From the texts that a caller gives to the RDF terms that a query is bound to."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import pyoxigraph

from argmap.errors import BadParameter, MissingParameter, UnknownParameter, UsageError
from argmap.model.parameter import Parameter, ParameterType
from argmap.vocabulary import BASE, expand, term

Term = pyoxigraph.NamedNode | pyoxigraph.Literal
# What a caller gives for each parameter: one text, or several for one that takes many.
Values = Mapping[str, str | Sequence[str]]

_PATH_VARIABLE = re.compile(r"\{(\w+)\}")
# What one part of a thing's path may hold: RFC 3986 calls these unreserved.
_PART = re.compile(r"[\w.~-]+")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_BOOLEANS = {"true": True, "false": False}


@cache
def path_variables(path: str | None) -> tuple[str, ...]:
    """Return the variables of an endpoint's path: `/claims/{article}/{slug}` has `article` and `slug`."""
    return tuple(_PATH_VARIABLE.findall(path or ""))


def terms_of(
    parameters: Sequence[Parameter], path: str | None, values: Values
) -> dict[str, tuple[pyoxigraph.NamedNode | pyoxigraph.Literal, ...]]:
    """Return the terms of every parameter that has a value: one, or several of one that takes many.

    Several are sorted and each is there once, so that their order does not show in the query.
    Raises UnknownParameter, BadParameter and MissingParameter.
    """
    _refuse_unknown(parameters, path, values)
    found = {parameter.name: _texts_of(parameter, path, values) for parameter in parameters}
    return {
        parameter.name: _in_order(_term(parameter, text) for text in texts)
        for parameter in parameters
        if (texts := found[parameter.name])
    }


def _in_order(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(dict.fromkeys(terms), key=str))


def _texts_of(parameter: Parameter, path: str | None, values: Values) -> Sequence[str]:
    """Return the texts given for a parameter; several only for one that takes many."""
    given = values.get(parameter.name)
    if given is None or isinstance(given, str):
        text = _text_of(parameter, path, values)
        return [] if text is None else [text]
    if len(given) > 1 and not parameter.many:
        raise BadParameter(parameter.name, "is given more than once; give it once.")
    return given


def _refuse_unknown(parameters: Sequence[Parameter], path: str | None, values: Values) -> None:
    known = [parameter.name for parameter in parameters]
    for name in values:
        if name not in known and name not in path_variables(path):
            raise UnknownParameter(name, known)


def _text_of(parameter: Parameter, path: str | None, values: Values) -> str | None:
    """Return the text given for a parameter, or its default; None if it stays unbound."""
    if parameter.name in values:
        return str(values[parameter.name])
    if parameter.holes and all(hole in values and hole in path_variables(path) for hole in parameter.holes):
        return _filled(parameter, [str(values[hole]) for hole in parameter.holes])
    if parameter.required:
        raise MissingParameter(parameter.name, parameter.example)
    return parameter.default


def _filled(parameter: Parameter, parts: Sequence[str]) -> str:
    """Return the IRI that a thing's template makes of the parts."""
    iri = BASE + (parameter.template or "")
    for part in parts:
        if not _PART.fullmatch(part):
            raise BadParameter(parameter.name, f'"{part}" cannot be part of it; {_example(parameter)}')
        iri = re.sub(r"\{\w*\}", lambda _: part, iri, count=1)  # noqa: B023 (used at once)
    return iri


def _term(parameter: Parameter, text: str) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    """Return the term that a text stands for, or raise BadParameter."""
    if not text:
        raise BadParameter(parameter.name, f"is empty; leave it out, or {_example(parameter)}")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadParameter(parameter.name, f"is no Unicode text; {_example(parameter)}") from error
    return _BUILDERS[parameter.type](parameter, text)


def _thing(parameter: Parameter, text: str) -> pyoxigraph.NamedNode:
    try:
        iri = expand(text)
        if len(parameter.holes) == 1 and _PART.fullmatch(text):
            iri = _filled(parameter, [text])
        return pyoxigraph.NamedNode(iri)
    except (UsageError, ValueError) as error:
        raise BadParameter(parameter.name, f'"{text}" is no IRI; {_example(parameter)}') from error


def _string(parameter: Parameter, text: str) -> pyoxigraph.Literal:
    return pyoxigraph.Literal(text)


def _integer(parameter: Parameter, text: str) -> pyoxigraph.Literal:
    if not _INTEGER.fullmatch(text):
        raise BadParameter(parameter.name, f'"{text}" is no whole number; {_example(parameter)}')
    return pyoxigraph.Literal(int(text))


def _boolean(parameter: Parameter, text: str) -> pyoxigraph.Literal:
    if text not in _BOOLEANS:
        raise BadParameter(parameter.name, f'"{text}" is neither true nor false.')
    return pyoxigraph.Literal(_BOOLEANS[text])


def _choice(parameter: Parameter, text: str) -> pyoxigraph.Literal:
    return pyoxigraph.Literal(_chosen(parameter, text))


def _token(parameter: Parameter, text: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(term(_chosen(parameter, text)))


def _chosen(parameter: Parameter, text: str) -> str:
    if text not in parameter.choices:
        raise BadParameter(
            parameter.name, f'"{text}" is no choice; give one of {", ".join(parameter.choices)}.'
        )
    return text


def _example(parameter: Parameter) -> str:
    return f"give one like {parameter.name}={parameter.example}."


_BUILDERS: dict[ParameterType, Callable[[Parameter, str], Term]] = {
    "thing": _thing,
    "string": _string,
    "integer": _integer,
    "boolean": _boolean,
    "choice": _choice,
    "token": _token,
}
