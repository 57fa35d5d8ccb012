"""The ASPARTIX format, also of ICCMA: facts `arg(a).` and `att(a,b).`, in any order, on any number of lines.

A name is a word, a number, or a text in quotes, as in answer set programming; comments are `% …` and
`%* … *%`. What is said twice does no harm.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from unicodedata import category

from argmap.formats.frameworks.framework_file import FrameworkFile, Written
from argmap.formats.frameworks.names import encoded, renamed
from argmap.formats.frameworks.text import Text, shown
from argmap.model.framework import Framework

# Words are not looked into, but for what would make several of one: `1..9` and `a;b`. Nothing is given back:
# the places to go back to would take 200 times the memory of a long name.
_NAME = r"""(?:"(?:[^"\\\n]|\\[^\n])*+"|'(?:[^'\\\n]|\\[^\n])*+'|(?:[^\s,;.()"'%]|\.(?=[^\s,;.()"'%]))++)"""
# A whole fact as nearly all are written; where comments stand within, it is read word by word.
_FACT = re.compile(rf"(arg|att)\s*\(\s*({_NAME})\s*(?:,\s*({_NAME})\s*)?\)\s*\.")
_BLANK = re.compile(r"(?:\s+|%(?!\*)[^\n]*|%\*(?:[^*]|\*(?!%))*\*%)*")
_WORD = re.compile(rf"[(),]|{_NAME}")
_DOT = re.compile(r"\.")
_MARKS = "(),"
_PLAIN = re.compile(r"[a-z][A-Za-z0-9_]*|0|[1-9][0-9]*")
_ESCAPED = re.compile(r"\\(.)")


def read(text: Text) -> FrameworkFile:
    """Read a framework; raise InputError, with line and column, for what is none."""
    return FrameworkFile(_Reader(text).framework())


def write(framework: Framework) -> Written:
    """Write a framework; names that are no words stand in quotes, control characters in them as %00."""
    names = {name: encoded(name, _is_safe) if name else "" for name in framework.arguments}
    terms = {
        name: written if _PLAIN.fullmatch(written) else _quoted(written) for name, written in names.items()
    }
    facts = [f"arg({term}).\n" for term in terms.values()]
    facts += [f"att({terms[attacker]},{terms[target]}).\n" for attacker, target in framework.attacks]
    return Written("".join(facts), renamed(names))


def _is_safe(letter: str) -> bool:
    return letter.isprintable() or category(letter).startswith("Z")


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


@dataclass
class _Reader:
    text: Text
    arguments: dict[str, None] = field(default_factory=dict)
    attacks: dict[tuple[str, str], int] = field(default_factory=dict)  # and where each stands
    quoted: dict[str, bool] = field(default_factory=dict)

    def framework(self) -> Framework:
        """Read every fact, then look whether all that attacks or is attacked is an argument."""
        at = self._past_blanks(0)
        while at < len(self.text.text):
            fact = _FACT.match(self.text.text, at)
            if fact:
                self._take(fact[1], [(fact.start(each), fact[each]) for each in (2, 3) if fact[each]], at)
            at = self._past_blanks(fact.end() if fact else self._by_words(at))
        for attack, start in self.attacks.items():
            for end in attack:
                if end not in self.arguments:
                    raise self.text.error(start, f"there is no argument {shown(end)}", _DECLARE)
        self.text.check_size(len(self.arguments), len(self.attacks))
        return Framework(tuple(self.arguments), tuple(self.attacks))

    def _past_blanks(self, at: int) -> int:
        """Return where the next word is, past white space and comments."""
        blank = _BLANK.match(self.text.text, at)
        end = blank.end() if blank else at
        if self.text.text.startswith("%*", end):
            raise self.text.error(end, "this comment does not end", "End it with *%.")
        return end

    def _by_words(self, start: int) -> int:
        """Take a fact that has comments in it, or say what is wrong with it; return where it ends."""
        _, kind, at = self._word(start, _FACT_WORDS, "arg(…) or att(…, …)")
        _, _, at = self._word(at, ("(",), '"("')
        names, mark = list[tuple[int, str]](), ","
        while mark == ",":
            begin, name, at = self._word(at, None, "a name")
            names.append((begin, name))
            _, mark, at = self._word(at, (",", ")"), '"," or ")"')
        _, _, at = self._word(at, (".",), '"."')
        self._take(kind, names, start)
        return at

    def _word(self, at: int, among: Collection[str] | None, what: str) -> tuple[int, str, int]:
        """Return where the next word begins, the word, and where it ends: one of a few, or a name."""
        start = self._past_blanks(at)
        found = _DOT.match(self.text.text, start) if among == (".",) else _WORD.match(self.text.text, start)
        word = found[0] if found else self.text.text[start : start + 1]
        if found and (word in among if among else word not in _MARKS):
            return start, word, found.end()
        there = f"{shown(word)} stands" if word else "the text ends"
        raise self.text.error(start, f"{there} where {what} should", _LIKE_THIS)

    def _take(self, kind: str, words: list[tuple[int, str]], start: int) -> None:
        names = [self._name(at, word) for at, word in words]
        if len(names) != _FACT_WORDS[kind]:
            said = f"{kind} has {len(names)} name{'' if len(names) == 1 else 's'}, not {_FACT_WORDS[kind]}"
            raise self.text.error(start, said, _LIKE_THIS)
        if kind == "arg":
            self.arguments[names[0]] = None
        else:
            self.attacks.setdefault((names[0], names[1]), start)

    def _name(self, at: int, word: str) -> str:
        """Return the name that a word says: `'a'` is `a`, but `"a"` is not."""
        name = _ESCAPED.sub(_letter, word[1:-1]) if word[0] in "\"'" else word
        if self.quoted.setdefault(name, word[0] == '"') != (word[0] == '"'):
            raise self.text.error(
                at, f"{shown(name)} is here with and without quotes, which makes two names of it", _ONE
            )
        return name


def _letter(escaped: "re.Match[str]") -> str:
    return "\n" if escaped[1] == "n" else escaped[1]


# How many names each kind of fact has.
_FACT_WORDS = {"arg": 1, "att": 2}
_LIKE_THIS = "Facts are written arg(a). and att(a,b). here; nothing else is read."
_DECLARE = "Add a fact arg(…). for it, or leave the attack out."
_ONE = "Write it in one way."
