"""Every error that argmap raises on purpose.

ArgmapError
├── InputError          a file that cannot be read: file, line, message, remedy
├── CheckFailed         the data break rules of the model: findings
├── UsageError          the caller asked for something that makes no sense
│   ├── UnknownParameter
│   ├── BadParameter
│   ├── MissingParameter
│   └── BadBody         a request's JSON that does not fit: pointer, reason
├── NotFound            no such thing, query or graph: thing, nearest
│   └── NotFoundAt      the same, named somewhere in a request's JSON: pointer
├── NoAnchors           passages of this article cannot be looked for: article, why
├── NotAcceptable       no format on offer suits the caller: offered
├── QueryRefused        a query that is understood and not allowed: reason
├── UnknownGraph        a query over a graph that is not here: graph, held
├── QuerySyntaxError    a query that is not SPARQL: message, line, column, excerpt
├── QueryTimeout        a query that took longer than it may: seconds
├── QueryTooLarge       a query that took more memory than it may: megabytes
├── QueryFailed         a query that the engine broke down over
├── TooManyQueries      one client asks more at once than it may: retry_after
├── WorkersBusy         all ask more at once than can wait: retry_after
├── FaultyFramework     no abstract framework: a name or attack twice, an attack on what is not there
├── DisputeTooLarge     a dispute whose circles of support are too large to be unfolded: most, largest
├── ContractError       a query file that breaks the rules of query files: file, message
├── ToolMissing         a tool that is no part of an installation, and is needed: tool
├── ReleaseRefused      a version of the ontology that cannot be released so: version
├── ReasonerMissing     reasoning needs Java and there is none
├── ReasonerTimeout     the reasoner was given so long and not longer: seconds
└── ReasonerFailed      the reasoner broke down: what it said
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Protocol


class Reported(Protocol):
    """What an error needs to know of a finding (`argmap.model.finding.Finding` is one)."""

    @property
    def severity(self) -> str:
        """`error`, `warning` or `info`."""

    def __str__(self) -> str:
        """The finding in one line."""


class ArgmapError(Exception):
    """Anything that argmap refuses or cannot do; `str()` of it is a message for people."""


class InputError(ArgmapError):
    """A file cannot be read; says where, why and what to do."""

    def __init__(
        self, file: Path | str, line: int | None, message: str, remedy: str, column: int | None = None
    ) -> None:
        self.file = str(file)
        self.line = line
        self.column = column
        self.message = message
        self.remedy = remedy
        place = ":".join(str(part) for part in (file, line, column) if part is not None)
        super().__init__(f"{place}: {message}. {remedy}")


class CheckFailed(ArgmapError):
    """The data break rules of the model; `findings` says which, each with its remedy."""

    def __init__(self, findings: Sequence[Reported]) -> None:
        self.findings: tuple[Any, ...] = tuple(findings)
        count = sum(finding.severity == "error" for finding in findings)
        lines = [f"{count} error{'' if count == 1 else 's'} in the data"]
        super().__init__("\n".join([*lines, *(str(finding) for finding in findings)]))


class UsageError(ArgmapError):
    """The caller asked for something that makes no sense; the message says what would."""


class UnknownParameter(UsageError):
    """A parameter that the query does not have."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name = name
        self.known = tuple(known)
        offer = f"It takes {', '.join(known)}" if known else "It takes none"
        super().__init__(f"{name}: no such parameter.{_nearest(name, known)} {offer}.")


class BadParameter(UsageError):
    """A value that does not fit its parameter."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason}")


class MissingParameter(UsageError):
    """A required parameter that was not given."""

    def __init__(self, name: str, example: str) -> None:
        self.name = name
        super().__init__(f"{name}: is required. For example {name}={example}.")


class BadBody(UsageError):
    """A part of a request's JSON that does not fit; `pointer` says which (RFC 6901, as a URI fragment)."""

    def __init__(self, pointer: str, reason: str) -> None:
        self.pointer = pointer
        self.reason = reason
        super().__init__(f"{pointer}: {reason}")


class NotFound(ArgmapError):
    """Nothing of that name is here; `nearest` are names that resemble it, `there` says what there is."""

    def __init__(self, thing: str, nearest: Sequence[str] = (), there: str = "") -> None:
        self.thing = thing
        self.nearest = tuple(nearest)
        self.there = there
        hints = [there, f"Nearest: {', '.join(nearest)}." if nearest else ""]
        super().__init__(" ".join([f'no such thing "{thing}".', *filter(None, hints)]))


class NotFoundAt(NotFound):
    """Nothing of the name is here that a request's JSON gives at `pointer` (RFC 6901, as a URI fragment)."""

    def __init__(self, pointer: str, error: NotFound) -> None:
        super().__init__(error.thing, error.nearest, error.there)
        self.pointer = pointer


class NoAnchors(ArgmapError):
    """The passages of this article cannot be looked for in a copy; `why` it `has no anchors`."""

    def __init__(self, article: str, why: str) -> None:
        self.article = article
        self.why = why
        super().__init__(
            f"{article}: the article {why}. They are made from its text by: argmap anchor --make COPY "
            f"--article {article}"
        )


class NotAcceptable(ArgmapError):
    """No format on offer suits the caller; `offered` are the media types that are."""

    def __init__(self, offered: Sequence[str]) -> None:
        self.offered = tuple(dict.fromkeys(offered))
        super().__init__(f"none of the accepted media types is on offer. Offered: {', '.join(self.offered)}.")


class QueryRefused(ArgmapError):
    """A query that is understood and not allowed here."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class UnknownGraph(ArgmapError):
    """A query over a graph that is not here; `held` are the graphs that are."""

    def __init__(self, graph: str, held: Iterable[str]) -> None:
        self.graph = graph
        self.held = tuple(sorted(held))
        super().__init__(f"there is no graph <{graph}> here. There are: {', '.join(self.held) or 'none'}.")


class QuerySyntaxError(ArgmapError):
    """A text that is not a SPARQL query; `excerpt` shows the line with a caret below the place."""

    def __init__(self, message: str, line: int | None, column: int | None, excerpt: str) -> None:
        self.message = message
        self.line = line
        self.column = column
        self.excerpt = excerpt
        place = f"line {line}, column {column}: " if line is not None else ""
        super().__init__(f"{place}{message}" + (f"\n{excerpt}" if excerpt else ""))


class QueryTimeout(ArgmapError):
    """A query that took longer than it may."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(
            f"the query was stopped after {seconds:g} seconds. Make it more selective, or add a LIMIT."
        )


class QueryTooLarge(ArgmapError):
    """A query that took more memory than it may."""

    def __init__(self, megabytes: int) -> None:
        self.megabytes = megabytes
        super().__init__(
            f"the query was stopped: it needs more than {megabytes:,} megabytes of memory. "
            "Make it more selective, or sort and group less."
        )


class QueryFailed(ArgmapError):
    """A query that the engine broke down over."""

    def __init__(self) -> None:
        super().__init__("the engine broke down over this query. Nothing else was harmed; try a simpler one.")


class TooManyQueries(ArgmapError):
    """One client asks more at once than it may; `retry_after` seconds it is worth trying again."""

    def __init__(self, at_once: int, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(
            f"too many of your queries are waiting; {at_once} of them run at once. "
            f"Try again in {retry_after} seconds."
        )


class WorkersBusy(ArgmapError):
    """All clients together ask more at once than can wait; after `retry_after` seconds try again."""

    def __init__(self, at_once: int, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(
            f"too many queries are waiting; {at_once} of them run at once. "
            f"Try again in {retry_after} seconds."
        )


class FaultyFramework(ArgmapError):
    """What was to be an abstract argumentation framework is none; the message says why."""


class DisputeTooLarge(ArgmapError):
    """A dispute makes more points than are drawn; its largest circle of support has so many statements."""

    def __init__(self, most: int, largest: int) -> None:
        self.most = most
        self.largest = largest
        super().__init__(
            f"the structured reading would take more than {most:,} points: its largest circle of support "
            f"has {largest:,} statements. Break the circle (`argmap audit circular-support` tells it), ask "
            "for fewer articles, or take the flat reading."
        )


class ContractError(ArgmapError):
    """A query file that breaks the rules of query files."""

    def __init__(self, file: Path | str, message: str, line: int | None = None) -> None:
        self.file = str(file)
        self.line = line
        self.message = message
        super().__init__(f"{file}:{line}: {message}" if line is not None else f"{file}: {message}")


class ToolMissing(ArgmapError):
    """Something is made with a `tool` that is no part of an installation, and that is not here."""

    def __init__(self, tool: str, what: str) -> None:
        self.tool = tool
        super().__init__(
            f"{what} is made with {tool}, which cannot be imported. Install it: pip install {tool}"
        )


class ReleaseRefused(ArgmapError):
    """A version of the ontology cannot be released so; says why and what to do."""

    def __init__(self, version: str, why: str) -> None:
        self.version = version
        super().__init__(f"version {version}: {why}")


class ReasonerMissing(ArgmapError):
    """Reasoning needs a Java runtime and none was found."""

    def __init__(self) -> None:
        super().__init__("reasoning needs Java, and no `java` is on the PATH. Install a Java runtime (JRE).")


class ReasonerTimeout(ArgmapError):
    """The reasoner was not done within the `seconds` it was given."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"the reasoner was not done within {seconds:g} seconds.")


class ReasonerFailed(ArgmapError):
    """The reasoner broke down before it could answer; the message ends with what it said."""

    def __init__(self, said: str) -> None:
        super().__init__(f"the reasoner could not read the ontology and data: {said}")


def _nearest(name: str, known: Sequence[str]) -> str:
    """Return " Nearest: …." with the known names that resemble `name`, or nothing."""
    close = get_close_matches(name, known, n=3)
    return f" Nearest: {', '.join(close)}." if close else ""
