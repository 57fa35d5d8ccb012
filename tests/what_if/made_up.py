"""A small made-up article as Python values, and as Turtle: what a change does to it can be done by hand."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.vocabulary import ID

ARTICLE = "ferry-2001"
HEAD = """\
@prefix am: <https://w3id.org/argmap/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix claim: <https://w3id.org/argmap/id/ferry-2001/claim/> .
@prefix argument: <https://w3id.org/argmap/id/ferry-2001/argument/> .
@prefix attack: <https://w3id.org/argmap/id/ferry-2001/attack/> .
@prefix note: <https://w3id.org/argmap/id/ferry-2001/footnote/> .
@prefix part: <https://w3id.org/argmap/id/ferry-2001/part/> .
@prefix source: <https://w3id.org/argmap/id/source/> .
<https://w3id.org/argmap/id/ferry-2001> a am:Article ; rdfs:label "Ferries" .
"""


@dataclass(frozen=True)
class Attacking:
    """An attack: the claim that makes it, what it is made against, by which property, and what answers it."""

    by: str
    target: str
    property: str = "attackedInference"
    answer: str | None = None


@dataclass(frozen=True)
class Article:
    """Claims with the notes that they call, notes with the works that they cite, arguments, attacks.

    `degrees` are how certain claims are, and how strong arguments.
    """

    claims: dict[str, frozenset[str]]
    notes: dict[str, frozenset[str]]
    arguments: dict[str, tuple[frozenset[str], str]] = field(default_factory=dict)
    attacks: dict[str, Attacking] = field(default_factory=dict)
    degrees: dict[str, str] = field(default_factory=dict)

    def sources(self, claim: str) -> frozenset[str]:
        """The works that a claim cites."""
        return frozenset(work for note in self.claims[claim] for work in self.notes.get(note, ()))

    def argued(self, claim: str) -> bool:
        """Whether an argument concludes it."""
        return any(end == claim for _, end in self.arguments.values())

    def without_grounds(self, before: "Article") -> "Article":
        """Say of claims for which nothing speaks any more that they do not stand, as something did before."""
        return self.bare(
            {
                claim
                for claim in before.claims
                if not (self.sources(claim) or self.argued(claim))
                and (before.sources(claim) or before.argued(claim))
            }
        )

    def bare(self, claims: set[str]) -> "Article":
        """Say of claims that they do not stand, in the way that Turtle has: nobody disputes an objection."""
        attacks = {
            f"bare-{claim}": Attacking("c99", f"claim:{claim}", "attackedPremise") for claim in sorted(claims)
        }
        return replace(self, claims={**self.claims, "c99": frozenset()}, attacks={**self.attacks, **attacks})

    def explicit(self) -> "Article":
        """Say what answers an attack by an attack too, unless one says so already."""
        answers = {
            f"answer-{name}": Attacking(str(each.answer), f"attack:{name}")
            for name, each in self.attacks.items()
            if each.answer and not self._says(each.answer, name)
        }
        attacks = {name: replace(each, answer=None) for name, each in self.attacks.items()}
        return replace(self, attacks={**attacks, **answers})

    def _says(self, answer: str, name: str) -> bool:
        by = self.attacks[name].by
        arguments = {f"argument:{each}" for each, (_, end) in self.arguments.items() if end == by}
        attackable = {f"attack:{name}", f"claim:{by}", *arguments}
        return any(each.by == answer and each.target in attackable for each in self.attacks.values())

    def turtle(self) -> str:
        """The article in Turtle."""
        return HEAD + "\n".join(
            (*map(self._claim, self.claims), *map(self._note, self.notes), *self._sources(), *self._acts())
        )

    def _claim(self, name: str) -> str:
        markers = ", ".join(f"part:{name}-{note}" for note in sorted(self.claims[name]))
        bears = f" ; am:bearsMarker {markers}" if markers else ""
        marks = [f"part:{name}-{note} am:marksNote note:{note} ." for note in sorted(self.claims[name])]
        kind = "Thesis" if name == "c0" else "Claim"
        passage = f"part:{name} am:inArticle <{ID}{ARTICLE}> ; am:position {name[1:]}{bears} ."
        sure = f" ; am:certainty am:{self.degrees[name]}" if name in self.degrees else ""
        said = f'claim:{name} a am:{kind} ; rdfs:label "{name}" ; am:expressedIn part:{name}{sure} .'
        return "\n".join((said, passage, *marks))

    def _note(self, name: str) -> str:
        references = [f"part:{name}-{work}" for work in sorted(self.notes[name])]
        holds = f" ; am:containsReference {', '.join(references)}" if references else ""
        cited = [f"part:{name}-{work} am:assertsSource source:{work} ." for work in sorted(self.notes[name])]
        return "\n".join((f'note:{name} a am:Footnote ; rdfs:label "{name}"{holds} .', *cited))

    def _sources(self) -> Iterable[str]:
        works = sorted({work for of in self.notes.values() for work in of})
        return [f'source:{work} a am:Book ; rdfs:label "{work}" .' for work in works]

    def _acts(self) -> Iterable[str]:
        for name, (premises, end) in self.arguments.items():
            grounds = ", ".join(f"claim:{each}" for each in sorted(premises))
            ends = f"am:hasPremise {grounds} ; am:hasConclusion claim:{end}"
            strong = f" ; am:strength am:{self.degrees[name]}" if name in self.degrees else ""
            yield f'argument:{name} a am:Argument ; rdfs:label "{name}" ; {ends}{strong} .'
        for name, each in self.attacks.items():
            answered = f" ; am:answeredBy claim:{each.answer}" if each.answer else ""
            yield (
                f'attack:{name} a am:Attack ; rdfs:label "{name}" ; am:attackingStatement claim:{each.by} ; '
                f"am:{each.property} {each.target}{answered} ."
            )

    def built(self, folder: Path) -> ArgumentMap:
        """Build the map of the article."""
        home = folder / ARTICLE
        home.mkdir(parents=True)
        (home / "argument.ttl").write_text(self.turtle(), encoding="utf-8")
        return build([folder], check=False)


def any_article(seed: int) -> Article:
    """Return some article: six claims, three notes, arguments, and attacks on any of them, some answered."""
    chance = random.Random(seed)
    claims = [f"c{number}" for number in range(6)]
    notes = {
        f"n{number}": frozenset(chance.sample(("w0", "w1", "w2"), chance.randint(1, 2)))
        for number in range(3)
    }
    calls = {
        claim: frozenset(chance.sample(sorted(notes), chance.choice((0, 0, 1, 1, 2)))) for claim in claims
    }
    arguments = {}
    for number in range(chance.randint(1, 4)):
        *premises, end = chance.sample(claims, chance.randint(2, 3))
        arguments[f"a{number}"] = (frozenset(premises), end)
    degrees = {claim: chance.choice(("asserted", "probable", "possible")) for claim in claims[1:]}
    degrees |= {name: chance.choice(("strong", "moderate", "weak")) for name in arguments}
    article = Article(calls, notes, arguments, degrees=degrees)
    attacks = {f"x{number}": any_attack(article, number, chance) for number in range(chance.randint(1, 5))}
    return replace(article, attacks=attacks)


def any_attack(article: Article, earlier: int, chance: random.Random) -> Attacking:
    """Return an attack on a claim, an argument, or one of the earlier attacks; a claim may answer it."""
    ends = [end for _, end in article.arguments.values()]
    choices = [
        ("claim", name, "attackedConclusion" if name in ends else "attackedPremise")
        for name in article.claims
    ]
    choices += [("argument", name, "attackedInference") for name in article.arguments]
    choices += [("attack", f"x{number}", "attackedInference") for number in range(earlier)]
    kind, name, property = chance.choice(choices)
    answer = chance.choice((None, None, *sorted(article.claims)))
    return Attacking(chance.choice(sorted(article.claims)), f"{kind}:{name}", property, answer)
