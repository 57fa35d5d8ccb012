"""One tool, one framework, one question, in a process of its own: seconds and answer as JSON.

It is run by the Python of the tool's own environment, so that each imports only what it needs:
`worker.py TOOL SEMANTICS ASKED FILE.apx RUNS SECONDS`.
"""

import json
import sys
import time
from collections.abc import Callable
from statistics import median

Attacks = list[tuple[str, str]]
Solve = Callable[[], object]


def main() -> None:
    tool, semantics, asked, file, runs, seconds = sys.argv[1:]
    names, attacks = _read(file)
    solve = {"argmap": _argmap, "pygarg": _pygarg, "naive": _naive}[tool](
        names, attacks, semantics, asked, float(seconds)
    )
    taken, answer = [], None
    try:
        for _ in range(int(runs)):
            start = time.perf_counter()
            answer = solve()
            taken.append(time.perf_counter() - start)
    except NotFinished as reason:
        print(json.dumps({"because": str(reason)}))
        return
    print(json.dumps({"because": "", "seconds": median(taken), "answer": _plain(answer)}))


class NotFinished(Exception):
    """The tool gave up by itself; says why."""


def _read(file: str) -> tuple[list[str], Attacks]:
    names, attacks = [], []
    with open(file, encoding="utf-8") as opened:
        for line in opened:
            inside = line.strip()[4:-2]
            if line.startswith("arg"):
                names.append(inside)
            else:
                attacker, _, target = inside.partition(",")
                attacks.append((attacker, target))
    return names, attacks


def _plain(answer: object) -> object:
    return sorted(sorted(each) for each in answer) if isinstance(answer, list) else answer


def _argmap(names: list[str], attacks: Attacks, semantics: str, asked: str, seconds: float) -> Solve:
    from argmap.model.framework import Framework
    from argmap.reasoning.acceptability import accepted, extensions

    framework = Framework(tuple(names), tuple(attacks))

    def solve() -> object:
        if asked == "extensions":
            found = extensions(framework, semantics, seconds=seconds)
            if not found.finished:
                raise NotFinished(found.because)
            return list(found.extensions)
        answer = accepted(framework, names[-1], semantics, "sceptical", seconds=seconds)
        if not answer.finished:
            raise NotFinished(answer.because)
        return answer.accepted

    # The solver is loaded by the first call that needs it; that is not what is measured.
    import clingo

    assert clingo
    return solve


def _pygarg(names: list[str], attacks: Attacks, semantics: str, asked: str, seconds: float) -> Solve:
    from pygarg.dung import solver

    pairs = [list(attack) for attack in attacks]
    short = {"grounded": "GR", "preferred": "PR", "stable": "ST"}[semantics]
    if asked == "extensions":
        return lambda: solver.extension_enumeration(names, pairs, short)
    return lambda: bool(solver.skeptical_acceptability(names, pairs, names[-1], short)[0])


def _naive(names: list[str], attacks: Attacks, semantics: str, asked: str, seconds: float) -> Solve:
    """The least fixpoint of what a set defends, by going through the whole graph until nothing changes."""
    attackers: dict[str, set[str]] = {name: set() for name in names}
    attacked: dict[str, set[str]] = {name: set() for name in names}
    for attacker, target in attacks:
        attackers[target].add(attacker)
        attacked[attacker].add(target)

    def solve() -> object:
        before, inside = None, set[str]()
        while inside != before:
            before = inside
            out = {target for name in inside for target in attacked[name]}
            inside = {name for name in names if attackers[name] <= out}
        return [list(inside)]

    return solve


if __name__ == "__main__":
    main()
