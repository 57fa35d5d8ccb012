"""The engine's list of what it would have taken, in a reader's words."""

# One of these keywords stands for everything that can stand there.
_BY_KEYWORD = {
    "DISTINCT": ("a variable", "*", "an expression in parentheses, (… AS ?x)"),
    "NOT": ("an operator", "a comma", ")"),
    "ENCODE_FOR_URI": ("a value", "a variable", "a function"),
    "CONSTRUCT": ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"),
    "OPTIONAL": ("a triple", "FILTER", "OPTIONAL or another clause", "}"),
    "SERVICE": ("a triple", "FILTER", "OPTIONAL or another clause", "}"),
}
_BY_SIGN = {
    '"?"': "a variable",
    '"$"': "a variable",
    '":"': "an IRI or name",
    '"<"': "an IRI or name",
    '"\'"': "a string",
    '"\\""': "a string",
    '"_:"': "a blank node",
    '"["': "a blank node",
    "['0'..='9']": "a number",
}
# Rarely meant, and in every list.
_LEFT_OUT = frozenset(
    ('"{|"', '"~"', '"<<"', '"<<("', "\"'''\"", '"\\"\\"\\""', '"true"', '"false"', "[_]", "<unreported>")
)
_MOST = 6
_SIGNS_IN_WORDS = {",": "a comma"}


def told(problem: str, expected: frozenset[str], found: str = "") -> str:
    """Return the problem and what was expected instead of `found`, as far as that helps."""
    phrases = [phrase for phrase in _phrases(expected) if phrase != _SIGNS_IN_WORDS.get(found, found)]
    if not phrases:
        return problem
    listed = ", ".join(phrases[:-1]) + " or " + phrases[-1] if len(phrases) > 1 else phrases[0]
    return f"{problem}; expected {listed}"


def _phrases(expected: frozenset[str]) -> list[str]:
    for keyword, phrases in _BY_KEYWORD.items():
        if keyword in expected:
            return list(phrases)
    known = expected - _LEFT_OUT
    words = sorted(each for each in known if each.isidentifier())
    terms = list(dict.fromkeys(phrase for sign, phrase in _BY_SIGN.items() if sign in known))
    signs = sorted(each[1:-1] for each in known - _BY_SIGN.keys() if each.startswith('"'))
    return [*terms, *words, *signs][:_MOST]
