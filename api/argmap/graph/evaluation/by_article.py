"""The dispute of each article by itself."""

from collections import defaultdict
from collections.abc import Iterator

from argmap.model.dispute import Dispute, Inference, Objection, Statement
from argmap.vocabulary import ID, short


def article_of(iri: str) -> str | None:
    """Return the name of the article that a thing is of: ARTICLE in `…/id/ARTICLE/KIND/SLUG`."""
    article, *rest = short(iri).split("/")
    return article if iri.startswith(ID) and len(rest) >= 2 else None


def by_article(whole: Dispute) -> Iterator[tuple[str, Dispute]]:
    """Give the dispute of each article, with the article's name, sorted by it.

    What acts of an article name in another is taken as given there, and what acts of another are directed
    against in it is left out: an article is judged by what it says itself.
    """
    statements: dict[str, dict[str, Statement]] = defaultdict(dict)
    inferences: dict[str, dict[str, Inference]] = defaultdict(dict)
    objections: dict[str, dict[str, Objection]] = defaultdict(dict)
    for iri, statement in whole.statements.items():
        statements[article_of(iri) or ""][iri] = statement
    for iri, inference in whole.inferences.items():
        inferences[article_of(iri) or ""][iri] = inference
    for iri, objection in whole.objections.items():
        objections[article_of(iri) or ""][iri] = objection
    for article in sorted({*statements, *inferences, *objections} - {""}):
        own = statements[article]
        for name in _named(inferences[article], objections[article], whole):
            own.setdefault(name, Statement(name))
        yield article, Dispute(dict(sorted(own.items())), inferences[article], objections[article])


def _named(
    inferences: dict[str, Inference], objections: dict[str, Objection], whole: Dispute
) -> Iterator[str]:
    for inference in inferences.values():
        yield from inference.premises
        yield inference.conclusion
    for objection in objections.values():
        yield from objection.by
        if objection.target in whole.statements:
            yield objection.target
