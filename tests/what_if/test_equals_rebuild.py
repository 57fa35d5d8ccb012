"""A what-if gives the labels that a changed article gives when it is built anew: tried on made-up articles.

Each kind of change is made twice: asked as a what-if of the article, and done by hand to its Turtle.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.what_if.made_up import ARTICLE, Article, any_article, any_attack

from argmap.graph import evaluation
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.what_if.answering import what_if
from argmap.graph.what_if.wanted import read
from argmap.reasoning.acceptability import standing
from argmap.vocabulary import ID, short

Body = dict[str, Any]
Done = tuple[Body, Article]
WAYS = [
    ("grounded", "structured", "none"),
    ("preferred", "structured", "last-link"),
    ("stable", "flat", "none"),
    ("ideal", "flat", "last-link"),
]
SEEDS = 8


def without_source(article: Article, plain: Article, chance: random.Random) -> Done:
    work = chance.choice(sorted({work for of in article.notes.values() for work in of}))
    notes = {name: works - {work} for name, works in article.notes.items()}
    return {"withdraw": [f"source/{work}"]}, replace(plain, notes=notes).without_grounds(article)


def without_note(article: Article, plain: Article, chance: random.Random) -> Done:
    note = chance.choice(sorted(article.notes))
    notes = {**article.notes, note: frozenset[str]()}
    return {"withdraw": [f"{ARTICLE}/footnote/{note}"]}, replace(plain, notes=notes).without_grounds(article)


def without_statement(article: Article, plain: Article, chance: random.Random) -> Done:
    gone = chance.choice(sorted(article.claims))
    arguments = {name: each for name, each in article.arguments.items() if each[1] != gone}
    missing = {f"argument:{name}" for name in article.arguments.keys() - arguments.keys()}
    changed = replace(
        plain,
        claims={**article.claims, gone: frozenset()},  # the name is left, for what rests on it
        arguments=arguments,
        attacks=_left(plain.attacks, {*missing, f"claim:{gone}"}),
    )
    return {"withdraw": [f"{ARTICLE}/claim/{gone}"]}, changed.bare({gone}).without_grounds(article)


def without_argument(article: Article, plain: Article, chance: random.Random) -> Done:
    gone = chance.choice(sorted(article.arguments))
    changed = replace(
        plain,
        arguments={name: each for name, each in article.arguments.items() if name != gone},
        attacks=_left(plain.attacks, {f"argument:{gone}"}),
    )
    return {"withdraw": [f"{ARTICLE}/argument/{gone}"]}, changed.without_grounds(article)


def without_attack(article: Article, plain: Article, chance: random.Random) -> Done:
    gone = chance.choice(sorted(article.attacks))
    others = {name: each for name, each in plain.attacks.items() if name != gone}
    changed = replace(plain, attacks=_left(others, {f"attack:{gone}"}))
    return {"withdraw": [f"{ARTICLE}/attack/{gone}"]}, changed


def with_assumption(article: Article, plain: Article, chance: random.Random) -> Done:
    argued = [claim for claim in article.claims if article.argued(claim) and not article.sources(claim)]
    claim = chance.choice(argued or sorted(article.claims))
    changed = replace(
        plain,
        claims={**article.claims, claim: article.claims[claim] | {"n9"}},
        notes={**article.notes, "n9": frozenset({"w9"})},
        degrees={**article.degrees, claim: "asserted"},
    )
    return {"assume": [f"{ARTICLE}/claim/{claim}"]}, changed


def with_attack(article: Article, plain: Article, chance: random.Random) -> Done:
    new = replace(any_attack(article, len(article.attacks), chance), answer=None)
    ends = {
        "attackingStatement": f"{ARTICLE}/claim/{new.by}",
        "attackedElement": f"{ARTICLE}/{new.target.replace(':', '/')}",
    }
    return {"attacks": [ends]}, replace(plain, attacks={**plain.attacks, "added": new})


def _left(attacks: Mapping[str, Any], gone: set[str]) -> dict[str, Any]:
    """Return the attacks that are left when some things are gone, and what was directed against them."""
    left = {name: each for name, each in attacks.items() if each.target not in gone}
    if len(left) == len(attacks):
        return left
    return _left(left, gone | {f"attack:{name}" for name in attacks.keys() - left.keys()})


CHANGES = (
    without_source,
    without_note,
    without_statement,
    without_argument,
    without_attack,
    with_assumption,
    with_attack,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_what_if_gives_the_labels_of_the_changed_article(
    tmp_path: Path, change: Callable[[Article, Article, random.Random], Done]
) -> None:
    changes = 0
    for seed in range(SEEDS):
        article = any_article(seed)
        body, by_hand = change(article, article.explicit(), random.Random(seed))
        asked, rebuilt = (
            article.built(tmp_path / f"asked-{seed}"),
            by_hand.built(tmp_path / f"rebuilt-{seed}"),
        )
        for semantics, reading, preferences in WAYS:
            way = {"article": ARTICLE, "semantics": semantics, "reading": reading, "preferences": preferences}
            before, after = labels(asked, way), labels(rebuilt, way)
            found = what_if(asked, read({**way, **body}))
            supposed = {**before, **{short(item["id"]): item["after"] for item in found["items"]}}
            gone = {short(each["id"]) for each in (*found["withdrawn"], *found["withdrawnWith"])}
            both = (before.keys() & after.keys()) - gone
            assert {name: supposed[name] for name in both} == {name: after[name] for name in both}
            changes += len(found["items"])
    assert changes >= SEEDS // 2  # otherwise the articles put nothing to the test


def labels(graph: ArgumentMap, way: Mapping[str, str]) -> dict[str, str]:
    """Return the labels of all things of a map, by their short forms."""
    articles = [f"{ID}{ARTICLE}"]
    read_as = evaluation.reading(graph, way["reading"], way["preferences"], articles)
    found = standing(read_as.framework, way["semantics"])
    things = evaluation.dispute(graph, articles)
    named = (*things.statements, *things.inferences, *things.objections)
    return {short(iri): found.labels[iri] for iri in named}
