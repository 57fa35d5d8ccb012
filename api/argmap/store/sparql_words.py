"""The words of SPARQL, and what people write instead of them."""

from difflib import get_close_matches

_LONGEST_GUESSED = 40


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
KEYWORDS = _words(
    """A AS ASC ASK BASE BIND BY CONSTRUCT DESC DESCRIBE DISTINCT EXISTS FALSE FILTER FROM GRAPH GROUP HAVING
    IN LATERAL LIMIT MINUS NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED SELECT SEPARATOR SERVICE SILENT
    TRUE UNDEF UNION VALUES VERSION WHERE"""
)
FUNCTIONS = _words(
    """ABS ADJUST AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI FLOOR
    GROUP_CONCAT HASLANG HASLANGDIR HOURS IF IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISTRIPLE ISURI LANG LANGDIR
    LANGMATCHES LCASE MAX MD5 MIN MINUTES MONTH NOW OBJECT PREDICATE RAND REGEX REPLACE ROUND SAMETERM SAMPLE
    SECONDS SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLANGDIR STRLEN STRSTARTS
    STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TZ UCASE URI UUID YEAR"""
)
AGGREGATES = ("AVG", "COUNT", "GROUP_CONCAT", "MAX", "MIN", "SAMPLE", "SUM")
_OF_OTHER_LANGUAGES = {
    "AND": "write && instead",
    "OR": "write || instead",
    "LIKE": "CONTAINS(…) and REGEX(…) look into strings",
    "IS": "compare with =, or ask BOUND(?x)",
    "NULL": "BOUND(?x) tells whether ?x has a value",
    "LENGTH": "did you mean STRLEN?",
    "LEN": "did you mean STRLEN?",
    "SUBSTRING": "did you mean SUBSTR?",
    "LOWER": "did you mean LCASE?",
    "UPPER": "did you mean UCASE?",
    "IFNULL": "did you mean COALESCE?",
    "STARTSWITH": "did you mean STRSTARTS?",
    "ENDSWITH": "did you mean STRENDS?",
    "AVERAGE": "did you mean AVG?",
    "JOIN": "patterns in one group are joined as they are",
}
_BEFORE_PARENTHESES = frozenset(("BIND", "BY", "FILTER", "HAVING", "IN", "VALUES"))


def is_known(word: str) -> bool:
    """Whether a word is one of SPARQL's; `true`, `false` and `a` only as they are written."""
    if word.upper() in ("A", "TRUE", "FALSE"):
        return word.islower()
    return word.upper() in KEYWORDS or word.upper() in FUNCTIONS


def is_any(word: str) -> bool:
    """Whether a word means something in SPARQL, however it is written, or in another language."""
    return any(word.upper() in words for words in (KEYWORDS, FUNCTIONS, _OF_OTHER_LANGUAGES))


def first_word(word: str) -> str:
    """Return what is wrong with a word that no query begins with."""
    if word.upper() in UPDATES:
        return f"{word.upper()} is an update; here are only queries, which change nothing"
    return f"{word} is no form of query; {_nearest(word, FORMS) or 'a query begins with ' + _either(FORMS)}"


def function(word: str) -> str:
    """Return what is wrong with a word before a parenthesis."""
    hint = _OF_OTHER_LANGUAGES.get(word.upper()) or _nearest(word, sorted(FUNCTIONS | _BEFORE_PARENTHESES))
    return f"SPARQL has no function {word}; {hint or 'other functions are called by their IRI'}"


def other_word(word: str, value: bool = False) -> str:
    """Return what is wrong with a word anywhere else; `value` tells that it stands for a value."""
    if word.upper() in ("A", "TRUE", "FALSE"):
        return f"{word} is written {word.lower()}"
    hint = _OF_OTHER_LANGUAGES.get(word.upper()) or _nearest(word, sorted(KEYWORDS))
    variable = "" if word.isupper() else f"a variable begins with a question mark: ?{word}"
    if value:
        variable += f"{', ' if variable else ''}a string stands in quotation marks: '{word}'"
    hints = [each for each in (hint, variable) if each] or ["what is the word for?"]
    return f"SPARQL has no word {word}; {' Or '.join(hints)}"


def _nearest(word: str, known: tuple[str, ...] | list[str]) -> str:
    if len(word) > _LONGEST_GUESSED:  # guessing takes the cube of a length
        return ""
    close = get_close_matches(word.upper(), known, n=1, cutoff=0.7)
    return f"did you mean {close[0]}?" if close else ""


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
