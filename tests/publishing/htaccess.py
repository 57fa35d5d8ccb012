"""What a `.htaccess` of redirects does, read as Apache reads it in a folder's own file.

https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html: the part that the rules for w3id.org use. Whatever
else stands in the file is a ValueError, so a rule that is not understood cannot pass for one that holds.
"""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_IGNORED = re.compile(
    r"Options -MultiViews|RewriteEngine on|</?IfModule.*>|Header always set \S+ \S+", re.IGNORECASE
)
_VARIABLE = re.compile(r"%\{(ENV:)?(\w+)\}")


@dataclass(frozen=True)
class Condition:
    tested: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Rule:
    pattern: re.Pattern[str]
    substitution: str
    flags: Mapping[str, str]
    conditions: tuple[Condition, ...] = field(default=())


def read(path: Path) -> list[Rule]:
    """Return the rules of a file, each with the conditions that stand above it."""
    rules, conditions = list[Rule](), list[Condition]()
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if not text or text.startswith("#") or _IGNORED.fullmatch(text):
            continue
        name, first, second, *rest = _words(text)
        flags = _flags(rest)
        if name == "RewriteCond":
            conditions.append(Condition(first, _pattern(second, flags)))
        elif name == "RewriteRule":
            rules.append(Rule(_pattern(first, flags), second, flags, tuple(conditions)))
            conditions = []
        else:
            raise ValueError(f"not understood: {text}")
    return rules


def redirect(rules: list[Rule], path: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
    """Return status and target for a path below the folder; None where no rule redirects it."""
    environment: dict[str, str] = {}
    for rule in rules:
        found = rule.pattern.search(path)
        if found is None or not all(_holds(each, headers, environment) for each in rule.conditions):
            continue
        if "E" in rule.flags:
            name, _, value = rule.flags["E"].partition(":")
            environment[name] = value
        if rule.substitution != "-":
            target = found.expand(re.sub(r"\$(\d)", r"\\\1", rule.substitution))
            return int(rule.flags["R"]), _expanded(target, headers, environment)
    return None


def _words(text: str) -> list[str]:
    lexer = shlex.shlex(text, posix=False, punctuation_chars="")
    lexer.whitespace_split, lexer.commenters, lexer.quotes = True, "", '"'
    return list(lexer)


def _flags(rest: list[str]) -> dict[str, str]:
    if not rest:
        return {}
    (text,) = rest
    if not (text.startswith("[") and text.endswith("]")):
        raise ValueError(f"no flags: {text}")
    flags = dict(part.partition("=")[::2] for part in text[1:-1].split(","))
    if flags.keys() - {"R", "L", "E", "NC"}:
        raise ValueError(f"unknown flags: {text}")
    return flags


def _pattern(text: str, flags: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE if "NC" in flags else 0)


def _holds(condition: Condition, headers: Mapping[str, str], environment: Mapping[str, str]) -> bool:
    return condition.pattern.search(_expanded(condition.tested, headers, environment)) is not None


def _expanded(text: str, headers: Mapping[str, str], environment: Mapping[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        if found[1]:
            return environment.get(found[2], "")
        if not found[2].startswith("HTTP_"):
            raise ValueError(f"unknown variable: {found[0]}")
        return headers.get(found[2].removeprefix("HTTP_").title(), "")

    return _VARIABLE.sub(value, text)
