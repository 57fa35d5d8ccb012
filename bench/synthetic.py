"""Made-up articles, as many as wanted: a thesis, claims, evidence, notes and works that do not exist.

Each has a tree of arguments in which some statements support several others, an objection with its answer,
and notes that cite in full and by short forms; a few have a circle in their support, as anyone's data may.
Most works are cited by one article, some by many. The same number gives the same article, which passes the
checks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from argmap.vocabulary import ID

_HEAD = """\
@prefix agent: <https://w3id.org/argmap/id/agent/> .
@prefix am: <https://w3id.org/argmap/ontology#> .
@prefix cito: <http://purl.org/spar/cito/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix source: <https://w3id.org/argmap/id/source/> .
"""

CLAIMS = 4
EVIDENCE = 5
# Works that any article may cite, beside two of its own.
SHARED_WORKS = 40
_AUTHORS = 20
_CIRCLES = 10  # one article in ten has a circle


def write(articles: int, folder: Path) -> Path:
    """Write so many articles into a folder, each into a folder of its own; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "agents.ttl").write_text(_HEAD + "".join(_agents()), encoding="utf-8")
    (folder / "sources.ttl").write_text(_HEAD + "".join(_works(articles)), encoding="utf-8")
    for number in range(1, articles + 1):
        place = folder / name(number)
        place.mkdir(exist_ok=True)
        (place / "article.ttl").write_text(Article(number).turtle(), encoding="utf-8")
    return folder


def name(number: int) -> str:
    """Return what an article is called in its IRI."""
    return f"synthetic-{number}"


def thesis(number: int) -> str:
    """Return the short form of an article's thesis."""
    return f"{name(number)}/claim/1"


def own_work(number: int) -> str:
    """Return the short form of a work that only this article cites."""
    return f"source/synthetic-{number}-1"


def _agents() -> Iterator[str]:
    for number in range(1, _AUTHORS + 1):
        yield _thing(f"agent:synthetic-{number}", "Person", f"Author {number}", f'am:familyName "A{number}"')


def _works(articles: int) -> Iterator[str]:
    for number in range(1, SHARED_WORKS + 1):
        yield _work(f"synthetic-shared-{number}", f"Shared Work {number}", number)
    for number in range(1, articles + 1):
        for own in (1, 2):
            yield _work(f"synthetic-{number}-{own}", f"Work {own} of Article {number}", number)


def _work(slug: str, title: str, number: int) -> str:
    author = number % _AUTHORS + 1
    kind = ("Book", "JournalArticle", "Report")[number % 3]
    return _thing(
        f"source:{slug}",
        kind,
        title,
        f'am:byline "A{author}"',
        f"am:hasAuthor agent:synthetic-{author}",
        f'am:title "{title}"',
        f"am:year {1960 + number % 40}",
        'am:containerTitle "Journal of Made-up Matters"' if kind == "JournalArticle" else 'am:edition "2nd"',
    )


def _thing(subject: str, kind: str, label: str, *facts: str) -> str:
    said = " ;\n  ".join([f"a am:{kind}", f'rdfs:label "{label}"', *facts])
    return f"\n{subject}\n  {said} .\n"


@dataclass
class Article:
    """One article, by its number."""

    number: int
    _parts: list[str] = field(default_factory=list)
    _first: dict[str, str] = field(default_factory=dict)

    def turtle(self) -> str:
        """Return the article as Turtle."""
        self._random = Random(self.number)
        self._parts, self._first = [_HEAD], {}
        self._text()
        self._statements()
        self._arguments()
        self._objection()
        return "".join(self._parts)

    def _add(self, part: str, kind: str, label: str, *facts: str) -> str:
        subject = self._iri(part)
        self._parts.append(_thing(subject, kind, label, *facts))
        return subject

    def _iri(self, part: str) -> str:
        return f"<{ID}{name(self.number)}{part and '/'}{part}>"

    def _text(self) -> None:
        author, title = self.number % _AUTHORS + 1, f"Article {self.number}"
        facts = f'am:byline "A{author}"', f"am:hasAuthor agent:synthetic-{author}", f'am:title "{title}"'
        article = self._add("", "Article", title, *facts, "am:year 2000")
        inside = f"am:inArticle {article}"
        section = self._add("section/body", "Section", "Body", inside, "am:position 1")
        page = self._add("page/1", "Page", "Page 1", inside, "am:pageNumber 1")
        where = f"am:inSection {section}", f"am:onPage {page}"
        self._add("paragraph/1", "Paragraph", "Paragraph 1", *where, "am:paragraphNumber 1")

    def _statements(self) -> None:
        for claim in range(1, CLAIMS + 1):
            self._statement(f"claim/{claim}", "Claim" if claim > 1 else "Thesis", claim)
        self._statement(f"claim/{CLAIMS + 1}", "Claim", CLAIMS + 1, stance="rejected")
        for evidence in range(1, EVIDENCE + 1):
            self._note(evidence)
            place = CLAIMS + 1 + evidence
            self._statement(f"evidence/{evidence}", "HistoricalEvidence", place, note=evidence)

    def _statement(self, part: str, kind: str, place: int, note: int = 0, stance: str = "endorsed") -> None:
        label = f"{kind} {part.rpartition('/')[2]} of article {self.number}"
        paragraph, page = f"am:inParagraph {self._iri('paragraph/1')}", f"am:onPage {self._iri('page/1')}"
        marker = [f"am:bearsMarker {self._iri(f'marker/1-{note}')}"] if note else []
        facts = *marker, paragraph, page, f"am:position {place}", f"am:startOffset {100 * place}"
        passage = self._add(f"passage/p1-s{place}", "Passage", f"Sentence {place}", *facts)
        self._add(
            part,
            kind,
            label,
            f"am:attributedTo agent:synthetic-{self.number % _AUTHORS + 1}",
            f"am:authorStance am:{stance}",
            "am:certainty am:asserted",
            f"am:expressedIn {passage}",
            f'am:text "What {label} says of it."',
        )

    def _note(self, number: int) -> None:
        cited = [self._reference(number, place) for place in range(1, self._random.choice((2, 2, 3)))]
        before = [f"am:precedingNote {self._iri(f'footnote/{number - 1}')}"] if number > 1 else []
        inside = f"am:inArticle {self._iri('')}", f"am:onPage {self._iri('page/1')}"
        holds = [f"am:containsReference {reference}" for reference in cited]
        facts = *holds, *inside, "am:kind am:citing", f"am:noteNumber {number}", *before
        note = self._add(f"footnote/{number}", "Footnote", f"Note {number}", *facts)
        printed = f"am:printedNumber {number}"
        marker = f"am:marksNote {note}", f"am:onPage {self._iri('page/1')}", printed
        self._add(f"marker/1-{number}", "NoteMarker", f"Marker {number}", *marker)

    def _reference(self, note: int, place: int) -> str:
        work = self._random.choice(self._works())
        facts = f'am:locator "{note}{place}"', f"am:position {place}"
        part, label = f"reference/{note}-{place}", f"{work} in note {note}"
        if work in self._first:
            before = f"am:resolvesTo {self._first[work]}"
            return self._add(part, "ShortFormReference", label, *facts, before)
        self._first[work] = self._add(part, "FullReference", label, f"am:assertsSource source:{work}", *facts)
        return self._first[work]

    def _works(self) -> list[str]:
        shared = f"synthetic-shared-{self._random.randint(1, SHARED_WORKS)}"
        return [f"synthetic-{self.number}-1", f"synthetic-{self.number}-2", shared]

    def _arguments(self) -> None:
        """Support each claim by later claims and by evidence that may support others too."""
        for claim in range(1, CLAIMS + 1):
            below = [f"evidence/{self._random.randint(1, EVIDENCE)}", f"evidence/{claim + 1}"]
            if claim < CLAIMS:
                below.append(f"claim/{self._random.randint(claim + 1, CLAIMS)}")
            self._argument(f"{claim}-1", claim, [f"evidence/{claim}"])
            self._argument(f"{claim}-2", claim, sorted(set(below)))
        if self.number % _CIRCLES == 0:
            self._argument("circle", CLAIMS, ["claim/1"])

    def _argument(self, slug: str, claim: int, premises: list[str]) -> None:
        conclusion = f"am:hasConclusion {self._iri(f'claim/{claim}')}"
        linked = [f"am:hasPremise {self._iri(premise)}" for premise in premises]
        self._add(f"argument/{slug}", "Argument", f"Argument {slug}", conclusion, *linked)

    def _objection(self) -> None:
        objection, answer = self._iri(f"claim/{CLAIMS + 1}"), self._iri("evidence/1")
        against = f"am:attackedConclusion {self._iri('claim/1')}"
        facts = f"am:answeredBy {answer}", against, f"am:attackingStatement {objection}"
        self._add("attack/1", "Attack", "Objection to the thesis", *facts)
