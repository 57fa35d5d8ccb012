"""Which sources carry the most: the smallest sets whose loss brings a claim down; who carries what alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.errors import BadParameter
from argmap.graph.impact.facts import Facts
from argmap.graph.impact.lost import lost_notes
from argmap.graph.impact.names import Names, Object
from argmap.model.support import SupportGraph, Uncited, Withdrawal
from argmap.reasoning.support import System, cut_sets, lone_sources, read, standing

MAX_SIZE = 5
MAX_SETS = 200  # sets shown of one claim
MAX_ARTICLES = 10  # one more is fetched, which tells that there are more
MAX_CLAIMS = 10
PRESS = ("NewspaperArticle", "MagazineArticle", "Broadcast", "PressStatement")


def bearing(facts: Facts, claims: Sequence[str], size: int, uncited: Uncited) -> Object:
    """Return what carries the claims, or, where none is named, the theses."""
    if not 1 <= size <= MAX_SIZE:
        raise BadParameter("size", f'"{size}" is not offered; give a number from 1 to {MAX_SIZE}.')
    if len(claims) > MAX_CLAIMS:
        raise BadParameter("claim", f"is given {len(claims)} times; ask about at most {MAX_CLAIMS} at once.")
    names = Names(facts)
    articles = facts.those_of("Article")[:MAX_ARTICLES]
    system, bare = read(facts.support, uncited)
    held = standing(system, Withdrawal()).supported - bare
    behind = _behind(facts.support)
    all_claims = {
        name for article in articles for name in facts.those_of("Claim") if name.startswith(f"{article}/")
    }
    held_claims = {name for name in all_claims & held if behind[name]}
    targets = [
        _target(names, system, held, target, size)
        for target in sorted(claims or (name for name in all_claims if facts.is_a("Thesis", name)))
    ]
    alone = {name: found for name, found in lone_sources(system).items() if name in held_claims and found}
    return {
        "uncited": uncited,
        "size": size,
        "truncated": len(facts.those_of("Article")) > MAX_ARTICLES
        or any(each["truncated"] for each in targets),
        "targets": targets,
        "singleSource": [{**names.of(name), "sources": names.all(alone[name])} for name in sorted(alone)],
        "kinds": list(_kinds(facts, names, system, held_claims, behind)),
        "claimsWithSources": len(held_claims),
        "endorsedWithSources": len(endorsed := {name for name in held_claims if facts.endorsed(name)}),
        "items": _shares(names, held_claims, endorsed, behind, alone, targets),
        "citedWhereTextIsLost": _lost_text(facts, articles),
    }


def _lost_text(facts: Facts, articles: Iterable[str]) -> list[Object]:
    """Return the notes of the articles that were called in lost text, if they cite anything."""
    notes = [
        name for article in articles for name in facts.those_of("Footnote") if name.startswith(f"{article}/")
    ]
    return [each for each in lost_notes(facts, notes) if each["sources"]]


def _target(names: Names, system: System, held: frozenset[str], target: str, size: int) -> Object:
    said = {**names.of(target), "status": "supported" if target in held else "unsupported-before"}
    if target not in held:
        return {**said, "size": size, "cutSets": [], "truncated": False}
    found = cut_sets(system, target, size)
    return {
        **said,
        "size": found.size,
        "cutSets": [names.all(each) for each in found.sets[:MAX_SETS]],
        "truncated": found.size < size or len(found.sets) > MAX_SETS,
    }


def _behind(support: SupportGraph) -> Mapping[str, frozenset[str]]:
    """Return the sources that stand behind each statement at any depth."""
    found: dict[str, set[str]] = defaultdict(set)
    above: dict[str, set[str]] = defaultdict(set)
    for step in support.steps:
        for ground in step.grounds:
            above[ground].add(step.conclusion)
    agenda = [(citing.statement, citing.source) for citing in support.citings]
    while agenda:
        statement, source = agenda.pop()
        if source not in found[statement]:
            found[statement].add(source)
            agenda += [(conclusion, source) for conclusion in above[statement]]
    return {name: frozenset(found[name]) for name in support.statements}


def _shares(
    names: Names,
    claims: set[str],
    endorsed: set[str],
    behind: Mapping[str, frozenset[str]],
    alone: Mapping[str, frozenset[str]],
    targets: Sequence[Object],
) -> list[Object]:
    sources = sorted({source for name in claims for source in behind[name]})
    cut = [source["id"] for target in targets for each in target["cutSets"] for source in each]
    items = [
        {
            **names.of(source),
            "claims": (part := sum(source in behind[name] for name in claims)),
            "endorsedClaims": sum(source in behind[name] for name in endorsed),
            "share": round(part / len(claims), 4),
            "alone": sum(source in found for found in alone.values()),
            "aloneEndorsed": sum(source in found for name, found in alone.items() if name in endorsed),
            "inCutSets": cut.count(source),
        }
        for source in sources
    ]
    return sorted(items, key=lambda item: (-item["claims"], -item["alone"], item["id"]))


def _kinds(
    facts: Facts, names: Names, system: System, claims: set[str], behind: Mapping[str, frozenset[str]]
) -> Iterator[Object]:
    """Give, for each kind of source, the claims that fall when all of that kind are withdrawn."""
    sources = frozenset(source for found in behind.values() for source in found)
    for kind, about, members in _groups(facts, names, sources):
        yield _kind(names, system, claims, behind, {"name": kind, **about}, Withdrawal(sources=members))
    second = Withdrawal(second_hand=True)
    first_hand = {each.source for each in facts.support.citings if not each.second_hand}
    found = _kind(names, system, claims, behind, {"name": "cited at second hand only"}, second)
    for claim in found["claims"]:
        claim["only"] = not behind[claim["id"]] & first_hand
    yield found


def _groups(
    facts: Facts, names: Names, sources: frozenset[str]
) -> Iterator[tuple[str, Object, frozenset[str]]]:
    press = frozenset(source for source in sources if any(facts.is_a(name, source) for name in PRESS))
    if press:
        yield "press", {}, press
    by_author: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        for author in facts.all_of("hasAuthor", source):
            if facts.is_a("Organization", author):
                by_author[author].add(source)
    for author in sorted(by_author):
        label = names.of(author).get("label", author)
        yield f"works of {label}", {"agent": names.brief(author)}, frozenset(by_author[author])


def _kind(
    names: Names,
    system: System,
    claims: Iterable[str],
    behind: Mapping[str, frozenset[str]],
    said: Object,
    withdrawal: Withdrawal,
) -> Object:
    left = standing(system, withdrawal).supported
    fallen = [
        {**names.of(name), "only": behind[name] <= withdrawal.sources}
        for name in sorted(claims)
        if name not in left
    ]
    return {**said, "sources": names.all(withdrawal.sources), "claims": fallen}
