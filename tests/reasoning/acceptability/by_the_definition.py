"""The semantics as their definitions say, by going through every set of arguments.

Written apart from the code that it judges, and as plainly as can be; for frameworks of a few arguments.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from argmap.model.framework import Framework, Label

Extension = frozenset[str]


def subsets(names: Iterable[str]) -> Iterator[Extension]:
    """Yield every subset."""
    every = tuple(names)
    for size in range(len(every) + 1):
        yield from map(frozenset, combinations(every, size))


def attacked(framework: Framework, by: Extension) -> Extension:
    """Return S⁺: what some member of a set attacks."""
    return frozenset(target for attacker, target in framework.attacks if attacker in by)


def defends(framework: Framework, by: Extension, name: str) -> bool:
    """Whether a set attacks whatever attacks an argument (Dung 1995, definition 6: acceptable)."""
    struck = attacked(framework, by)
    return all(attacker in struck for attacker, target in framework.attacks if target == name)


def conflict_free(framework: Framework) -> list[Extension]:
    """Dung 1995, definition 5."""
    return [each for each in subsets(framework.arguments) if not each & attacked(framework, each)]


def admissible(framework: Framework) -> list[Extension]:
    """Dung 1995, definition 6."""
    return [each for each in conflict_free(framework) if all(defends(framework, each, name) for name in each)]


def complete(framework: Framework) -> list[Extension]:
    """Dung 1995, definition 23: admissible, and holds all that it defends."""
    return [
        each
        for each in admissible(framework)
        if all(name in each for name in framework.arguments if defends(framework, each, name))
    ]


def grounded(framework: Framework) -> list[Extension]:
    """Dung 1995, theorem 25: the least complete extension."""
    return [each for each in complete(framework) if all(each <= other for other in complete(framework))]


def preferred(framework: Framework) -> list[Extension]:
    """Dung 1995, definition 7: a maximal admissible set."""
    return largest(admissible(framework), lambda each: each)


def stable(framework: Framework) -> list[Extension]:
    """Dung 1995, definition 13: conflict-free, and attacks whatever is not in it."""
    return [each for each in conflict_free(framework) if reach(framework, each) == set(framework.arguments)]


def semi_stable(framework: Framework) -> list[Extension]:
    """Caminada 2006, definition 3: a complete extension whose range is maximal."""
    return largest(complete(framework), lambda each: reach(framework, each))


def stage(framework: Framework) -> list[Extension]:
    """Verheij 1996: a conflict-free set whose range is maximal."""
    return largest(conflict_free(framework), lambda each: reach(framework, each))


def ideal(framework: Framework) -> list[Extension]:
    """Dung, Mancarella and Toni 2007: the maximal admissible sets within every preferred extension."""
    within = [each for each in admissible(framework) if all(each <= other for other in preferred(framework))]
    return largest(within, lambda each: each)


def reach(framework: Framework, members: Extension) -> Extension:
    """Return the range: a set with all that it attacks."""
    return members | attacked(framework, members)


def largest(sets: list[Extension], measure: Callable[[Extension], Extension]) -> list[Extension]:
    """Return the sets whose measure is not properly within that of another."""
    return [each for each in sets if not any(measure(each) < measure(other) for other in sets)]


EXTENSIONS: dict[str, Callable[[Framework], list[Extension]]] = {
    "grounded": grounded,
    "complete": complete,
    "preferred": preferred,
    "stable": stable,
    "semi-stable": semi_stable,
    "ideal": ideal,
    "stage": stage,
}


def credulous(framework: Framework, semantics: str) -> Extension:
    """Return what is in some extension."""
    every = EXTENSIONS[semantics](framework)
    return frozenset(name for name in framework.arguments if any(name in each for each in every))


def sceptical(framework: Framework, semantics: str) -> Extension:
    """Return what is in every extension."""
    every = EXTENSIONS[semantics](framework)
    return frozenset(name for name in framework.arguments if all(name in each for each in every))


def labels(framework: Framework, semantics: str) -> dict[str, Label]:
    """Return the label of each argument over all extensions: undecided if there is none."""
    every = EXTENSIONS[semantics](framework)

    def label(name: str) -> Label:
        if every and all(name in each for each in every):
            return "in"
        return "out" if every and all(name in attacked(framework, each) for each in every) else "undecided"

    return {name: label(name) for name in framework.arguments}
