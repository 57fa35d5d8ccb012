"""What people get wrong in expressions, and with the parentheses around them."""

from argmap.sparql_tokens import Token
from argmap.store import sparql_words
from argmap.store.mistake import PAIRS, TERMS, Mistake, short

_CONDITIONS = ("FILTER", "HAVING")
_OPERATORS = ("=", "!=", "<", ">", "<=", ">=", "&&", "||", "+", "-", "*", "/", "!", "IN", "NOT")
_AFTER_GROUPS = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET")
# What stands before the parentheses of an expression that gets a name.
_NAMING = ("SELECT", "DISTINCT", "REDUCED", "BIND")


def condition(at: Mistake) -> str:
    """Tell of the condition of a FILTER or HAVING that stands without parentheses, or only begins in some."""
    token = at.token
    value = token.kind in ("variable", "string", "number") or token.text in ("!", "-", "+", "true", "false")
    if value and at.near(-1) in _CONDITIONS:
        return f"the condition stands in parentheses: {at.near(-1)}(…)"
    if token.text.upper() not in _OPERATORS:
        return ""
    opening = at.opening_before()
    words = [at.found[index].text.upper() for index in range(max(opening - 2, 0), opening)]
    word = next((each for each in reversed(words) if each in _CONDITIONS), "")
    return f"the whole condition stands in parentheses: {word}(…)" if word else ""


def unclosed(at: Mistake) -> str:
    """Tell of a bracket that is still open where only what follows the groups can come."""
    if not at.token.is_word(*_AFTER_GROUPS) or at.open_bracket is None:
        return ""
    closing = PAIRS[at.found[at.open_bracket].text]
    if closing == "}" and "OPTIONAL" not in at.expected:
        return ""
    behind = ", which stands behind the group" if closing == "}" else ""
    return f"{closing} is missing before {at.near(0)}{behind}"


def separator(at: Mistake) -> str:
    """Tell of the separator of GROUP_CONCAT, and of what else is no second argument of an aggregate."""
    name = at.before_bracket()
    if name not in sparql_words.AGGREGATES or not _in_parentheses(at):
        return ""
    if name != "GROUP_CONCAT":
        return f"{name} takes one value" if at.token.text == "," else ""
    named = at.near(-1) in (";", "SEPARATOR") and at.token.kind == "string"
    if not named and at.token.text != "," and not at.token.is_word("SEPARATOR"):
        return ""
    written = at.token if at.token.kind == "string" else _string_after(at)
    shown = short(written.text) if written else "','"
    return f"the separator of GROUP_CONCAT is written ; SEPARATOR={shown}"


def _string_after(at: Mistake) -> Token | None:
    following = at.found[at.index + 1 : at.index + 4]
    return next((token for token in following if token.kind == "string"), None)


def name_missing(at: Mistake) -> str:
    """Tell of an expression in SELECT or BIND that gets no name, and of parentheses around variables."""
    if not _in_parentheses(at) or at.open_bracket is None or not _ends_value(at.found[at.index - 1]):
        return ""
    opening, before = at.open_bracket, at.before_bracket()
    names = before in _NAMING or before == ")" or (opening and at.found[opening - 1].kind == "variable")
    if not names or "NOT" not in at.expected:
        return ""
    lone = opening == at.index - 2 and at.found[at.index - 1].kind == "variable" and before != "BIND"
    if at.token.text == ")":
        return (
            f"leave the parentheses around {short(at.found[at.index - 1].text)} out"
            if lone
            else "AS ?name is missing before )"
        )
    if at.token.text == "," and lone:
        return "leave the parentheses out; spaces, not commas, are between the variables here"
    if at.token.kind == "variable":
        too_many = ", or the parentheses are too many" if lone else ""
        return f"AS is missing before {short(at.token.text)}{too_many}"
    return ""


def name_outside(at: Mistake) -> str:
    """Tell of an AS in SELECT that stands in no parentheses."""
    if at.token.is_word("AS") and at.open_bracket is None and at.found[at.index - 1].kind == "variable":
        return f"a new name is given in parentheses: ({short(at.found[at.index - 1].text)} AS ?name)"
    return ""


def comma(at: Mistake) -> str:
    """Tell of a comma that is missing between the arguments of a function."""
    if not _in_parentheses(at) or "NOT" not in at.expected or not _ends_value(at.found[at.index - 1]):
        return ""
    if not _takes_arguments(at.found[(at.open_bracket or 1) - 1]):
        return ""
    shown = short(at.token.text)
    if at.token.kind in TERMS:
        return f"a comma is missing before {shown}"
    if at.token.kind == "word" and at.near(1) != "(" and not sparql_words.is_any(at.token.text):
        return f"a comma is missing before {shown}, and quotation marks around it: , '{shown}'"
    return ""


def _in_parentheses(at: Mistake) -> bool:
    return at.open_bracket is not None and at.found[at.open_bracket].text == "("


def _takes_arguments(before: Token) -> bool:
    word = before.text.upper()
    known = word == "IN" or (word in sparql_words.FUNCTIONS and word not in sparql_words.AGGREGATES)
    return known if before.kind == "word" else before.kind in ("iri", "name")


def _ends_value(token: Token) -> bool:
    return token.kind in TERMS or token.text in (")", "true", "false")
