"""What was found out about a framework: as lines for people, and as documents for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.cli import tables
from argmap.cli.plain_text import one_line
from argmap.formats.frameworks import FrameworkFile
from argmap.reasoning.acceptability import Answer, Extensions, Standings


def document(file: FrameworkFile, found: Extensions, stands: Standings) -> dict[str, Any]:
    """Return the extensions, and how each argument stands if that is known."""
    answer: dict[str, Any] = {
        "semantics": found.semantics,
        "extensions": found.extensions,
        "finished": found.finished,
    }
    if not found.finished:
        answer["because"] = found.because
    if stands.finished:
        answer["labels"] = stands.labels
        answer["credulous"] = [name for name in file.framework.arguments if name in stands.credulous]
        answer["sceptical"] = [name for name in file.framework.arguments if name in stands.sceptical]
    elif found.finished:
        answer["unlabelled"] = "the time was over before it was known how each argument stands"
    if file.texts:
        answer["texts"] = file.texts
    return answer


def answers_document(answers: Sequence[Answer]) -> dict[str, Any]:
    """Return the answers, each under what was asked."""
    document: dict[str, Any] = {"semantics": answers[0].semantics}
    for answer in answers:
        said: dict[str, Any] = {"argument": answer.argument, "finished": answer.finished}
        if answer.finished:
            said |= {"accepted": answer.accepted, "extensions": not answer.count_is_zero}
        else:
            said["because"] = answer.because
        document[answer.acceptance] = said
    return document


def sentence(answer: Answer) -> str:
    """Return an answer in one line."""
    name, semantics = one_line(answer.argument), answer.semantics
    if not answer.finished:
        return f"not known: {name}"
    if answer.count_is_zero:
        which = "in every one" if answer.accepted else "in none"
        return f"{_yes(answer)}: there is no {semantics} extension, so {name} is {which}"
    return f"{_yes(answer)}: {name} is {_in(answer)} {semantics} extension"


def _yes(answer: Answer) -> str:
    return "yes" if answer.accepted else "no"


def _in(answer: Answer) -> str:
    if answer.acceptance == "credulous":
        return "in some" if answer.accepted else "in no"
    return "in every" if answer.accepted else "not in every"


def show(file: FrameworkFile, found: Extensions, stands: Standings) -> None:
    """Write the extensions, one a line, and below them a table of the arguments."""
    print(_head(file, found))
    for extension in found.extensions:
        print("  " + (", ".join(map(one_line, extension)) or "(the empty set)"))
    if stands.finished and file.framework.arguments:
        print()
        columns = ["argument", "label", "in some", "in every", *(["text"] if file.texts else [])]
        tables.show(columns, list(_rows(file, stands)))


def _head(file: FrameworkFile, found: Extensions) -> str:
    count = len(found.extensions)
    many = f"{count:,}" if found.finished else f"at least {count:,}"
    size = f"{len(file.framework.arguments):,} arguments, {len(file.framework.attacks):,} attacks"
    return f"{many} {found.semantics} extension{'' if count == 1 else 's'} of {size}"


def _rows(file: FrameworkFile, stands: Standings) -> Iterator[list[str]]:
    for name in file.framework.arguments:
        row: list[str] = [name, stands.labels[name]]
        row += ["yes" if name in accepted else "no" for accepted in (stands.credulous, stands.sceptical)]
        yield [*row, file.texts.get(name, "")] if file.texts else row
