"""What people get wrong in SPARQL, told from the token where the engine stopped."""

import re
from collections.abc import Callable

from argmap.store import mistakes_in_expressions as expressions
from argmap.store import sparql_words
from argmap.store.expected import told
from argmap.store.mistake import PAIRS, TERMS, Mistake, is_torn, short
from argmap.store.mistakes_in_select import not_selectable
from argmap.store.prefix_hint import bare_iri, undeclared

_BAD_IRI = "IRI parsing failed"
_SCHEME = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")
# Quotation marks of letters and of other languages, which word processors write by themselves.
_CURLY = re.compile("[\u2018-\u201f\u00ab\u00bb\u00b4`]")


def at_the_end(at: Mistake) -> tuple[str, int]:
    """Return what is wrong with a text that ends too early, or with its whole, and the index of the place."""
    return not_selectable(at) or (_ended(at), at.index)


def _ended(at: Mistake) -> str:
    if sentence := _sentence(at):
        return sentence
    if at.prologue.end == len(at.found):
        return "the query is missing: it begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
    unclosed = at.open_bracket
    if unclosed is not None:
        return f"the text ends, and {at.which(unclosed)} is not closed"
    return told("the text ends too early", at.expected)


def at_token(at: Mistake) -> tuple[str, int]:
    """Return what is wrong, and the index of the token that shows it: mostly the one not taken."""
    for look in _LOOKS:
        if said := look(at):
            return said, at.index
    for look_back in (not_selectable, _said, _bound_again, _no_iri):
        if found := look_back(at):
            return found
    return told(f"{short(at.token.text)} cannot stand here", at.expected, at.token.text), at.index


def _unread(at: Mistake) -> str:
    text = at.token.text
    if at.token.kind != "unread":
        return ""
    if text[0] == "\\":
        return "a backslash stands only in strings, IRIs and names"
    within = re.compile(rf"{text[0]}(?:[^{text[0]}\\\r\n]|\\.)*").match(text)
    escape = re.search(r"\\(?![tbnrf\"'\\])(?:[uU][0-9A-Fa-f]*|.)", within.group() if within else "")
    if escape:
        return f"{escape.group()} is no escape in a string; a backslash itself is written \\\\"
    curly = _CURLY.search(within.group() if within else "")
    if curly:
        return f"this string does not end on its line: {curly.group()} ends none, only a straight {text[0]}"
    return f"this string does not end on its line; longer ones stand between {text[0] * 3} and {text[0] * 3}"


def _quotation(at: Mistake) -> str:
    if _CURLY.fullmatch(at.token.text):
        return f"write straight quotation marks, ' or \", instead of {at.token.text}"
    return ""


def _declaration(at: Mistake) -> str:
    if at.near(-1) == "PREFIX" and at.near(1).startswith("<"):
        return f"a prefix ends with a colon: PREFIX {at.token.text}: {at.found[at.index + 1].text}"
    if (at.near(-2) == "PREFIX" or at.near(-1) == "BASE") and at.token.kind != "iri":
        return f"the IRI after {at.near(-2) if at.near(-2) == 'PREFIX' else 'BASE'} stands between < and >"
    return ""


def _word(at: Mistake) -> str:
    word = at.token.text
    if at.near(-1) in ("LIMIT", "OFFSET"):
        return f"{at.near(-1)} needs a whole number"
    if at.token.kind != "word":
        return ""
    if "DISTINCT" in at.expected and word.upper() in sparql_words.FUNCTIONS and at.near(1) == "(":
        return f"what is computed stands in parentheses, with a name: ({word}(…) AS ?x)"
    if sparql_words.is_known(word):
        return ""
    if at.index == at.prologue.end:
        return sparql_words.first_word(word)
    if at.near(1) == "(":
        return sparql_words.function(word)
    return sparql_words.other_word(word, "ENCODE_FOR_URI" in at.expected)


def _name(at: Mistake) -> str:
    prefix = at.token.text.partition(":")[0]
    if at.token.kind != "name" or prefix in at.prologue.prefixes:
        return ""
    iri = bare_iri(at.text, at.token.start)
    if iri:
        return f"an IRI stands between < and >: <{short(iri)}>"
    return undeclared(prefix, at.prologue.prefixes)


def _bracket(at: Mistake) -> str:
    closing = at.token.text
    if closing not in PAIRS.values():
        return ""
    unclosed = at.open_bracket
    if unclosed is None:
        return f"this {closing} closes nothing"
    if PAIRS[at.found[unclosed].text] != closing:
        return f"{at.which(unclosed)} is not closed before this {closing}"
    return ""


def _sign(at: Mistake) -> str:
    text, before = at.token.text, at.near(-1)
    if (before, text) == ("=", "="):
        return "SPARQL compares with one ="
    if text == "<>" or (before, text) in (("<", ">"), ("=", "!")):
        return "not equal is written !="
    if text == "," and at.found[at.prologue.end].is_word("SELECT") and at.open_bracket is None:
        return "spaces, not commas, are between the variables here"
    if at.index and is_torn(at.found[at.index - 1], at.token):
        return f"there is no space between {before} and its parenthesis here"
    return ""


def _iri(at: Mistake) -> str:
    if at.token.kind == "iri" and not at.prologue.base and not _SCHEME.match(at.token.text):
        return f"the IRI {short(at.token.text)} is relative; write it in full, or declare a BASE"
    return ""


def _braces(at: Mistake) -> str:
    if at.expected != {'"{"'}:
        return ""
    before = at.found[at.index - 1].text
    return f"braces are missing: {f'{before} ' if sparql_words.is_known(before) else ''}{{ … }}"


def _dot(at: Mistake) -> str:
    clause = not at.expected.isdisjoint(("OPTIONAL", "SERVICE"))
    if clause and at.token.kind in TERMS and at.index and at.found[at.index - 1].kind in TERMS:
        return f"a dot is missing before {short(at.token.text)}, or it is a term too many"
    return ""


def _blank(at: Mistake) -> str:
    if at.token.kind == "blank" and at.token.text in {token.text for token in at.found[: at.index]}:
        return f"{short(at.token.text)} stands in another group already; a variable may stand in both"
    return ""


def _sentence(at: Mistake) -> str:
    """Return what the engine says in words, if it does."""
    said = sorted(each for each in at.expected if " " in each and each[0] not in "\"['")
    if not said or said[0] == _BAD_IRI:
        return ""
    return (said[0][0].lower() if said[0][1].islower() else said[0][0]) + said[0][1:].rstrip(".")


_LOOKS: tuple[Callable[[Mistake], str], ...] = (
    _unread,
    _quotation,
    _declaration,
    expressions.comma,
    expressions.separator,
    _word,
    _name,
    _bracket,
    expressions.unclosed,
    expressions.name_missing,
    expressions.name_outside,
    _sign,
    expressions.condition,
    _iri,
    _braces,
    _blank,
    _dot,
)


def _said(at: Mistake) -> tuple[str, int] | None:
    sentence = _sentence(at)
    return (sentence, at.index) if sentence else None


def _bound_again(at: Mistake) -> tuple[str, int] | None:
    """Find the variable that a BIND of the group that ends here gives a second value."""
    start = at.open_bracket
    if at.token.text != "}" or start is None:
        return None
    seen: set[str] = set()
    for index in range(start, at.index):
        token = at.found[index]
        if token.text in seen and at.found[index - 1].is_word("AS"):
            return f"BIND gives {token.text} a value that it has already; take another name", index
        if token.kind == "variable":
            seen.add(token.text)
    return None


def _no_iri(at: Mistake) -> tuple[str, int] | None:
    """Find where what the engine took for an IRI begins."""
    signs = [index for index in range(at.index + 1) if at.found[index].text == "<"]
    if _BAD_IRI not in at.expected:
        return None
    if signs and at.token.text == ">":
        return "an IRI between < and > has no spaces, quotation marks, braces or backslashes", signs[-1]
    return f"{short(at.token.text)} makes no valid IRI", at.index
