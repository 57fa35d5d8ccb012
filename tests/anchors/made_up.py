"""An invented article with invented words, and the data that an author would publish of it."""

import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from argmap.formats.anchors.making import make
from argmap.formats.anchors.normal_form import normal_form
from argmap.formats.anchors.records import Anchors, Passage
from argmap.graph.anchors.making import make_anchors
from argmap.graph.build import build

ARTICLE = "invented-1901"
ID = f"https://w3id.org/argmap/id/{ARTICLE}"
SALT = bytes(range(16))
TEXT_FILE = "copy.txt"

_WORDS = "ba fi lo mur ten sha off ral gim pel ost uve kan fle dri wol ette cy nor flu tam vez qui"
_SYLLABLES = _WORDS.split()
_LENGTHS = (3, 5, 9, 12, 15, 18, 22, 26, 31, 40)


@dataclass
class Article:
    """A text, and its passages with places in characters."""

    text: str = ""
    passages: dict[str, Passage] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)


@cache
def article(paragraphs: int = 30) -> Article:
    """Return the article: its sentences are of three to forty words, none of which anybody uses."""
    drawn = random.Random(1901)
    made = Article()
    for number in range(1, paragraphs + 1):
        sentences = [_sentence(drawn) for _ in range(drawn.randint(2, 6))]
        for position, sentence in enumerate(sentences, start=1):
            iri = f"{ID}/passage/p{number}-s{position}"
            before = len(made.text) + sum(len(each) + 1 for each in sentences[: position - 1])
            label = f"Paragraph {number}, sentence {position}"
            place = f"{ID}/paragraph/{number}"
            made.passages[iri] = Passage(iri, label, before, before + len(sentence), place)
        made.paragraphs.append(" ".join(sentences))
        made.text += made.paragraphs[-1] + "\n\n"
    return made


def _sentence(drawn: random.Random) -> str:
    words = ["".join(drawn.choices(_SYLLABLES, k=drawn.randint(1, 4))) for _ in range(drawn.choice(_LENGTHS))]
    if len(words) > 6:
        words[4] = f"“{words[4]}”"
        words[5] += f", {drawn.randint(2, 1900)} of"
    return " ".join(words).capitalize() + "."


def filler(size: int) -> str:
    """Return so many characters of other sentences."""
    drawn = random.Random(7)
    text: list[str] = []
    length = 0
    while length < size:
        text.append(_sentence(drawn))
        length += len(text[-1]) + 1
    return " ".join(text)[:size]


@cache
def anchors() -> Anchors:
    """Return the article's anchors."""
    made = article()
    return make(ID, "An Invented Article", normal_form(made.text), made.passages, SALT)


def write_data(folder: Path) -> Path:
    """Write the data of the article, without anchors, into a folder; return it."""
    (folder / ARTICLE).mkdir(parents=True)
    (folder / "agents.ttl").write_text(
        f'{_PREFIXES}agent:ada-maker a am:Person ; rdfs:label "Ada Maker" .\n', encoding="utf-8"
    )
    (folder / ARTICLE / "article.ttl").write_text(_PREFIXES + _structure(), encoding="utf-8")
    (folder / ARTICLE / "argument.ttl").write_text(_PREFIXES + _statements(), encoding="utf-8")
    return folder


def write_with_anchors(folder: Path) -> Path:
    """Write the data of the article, with anchors, into a folder; return it."""
    write_data(folder)
    copy = folder.parent / TEXT_FILE
    copy.write_text(article().text, encoding="utf-8")
    turtle = make_anchors(build([folder], check=False), copy, ARTICLE, SALT)
    (folder / ARTICLE / "anchors.ttl").write_text(turtle, encoding="utf-8")
    return folder


_PREFIXES = f"""\
@prefix agent: <https://w3id.org/argmap/id/agent/> .
@prefix am: <https://w3id.org/argmap/ontology#> .
@prefix claim: <{ID}/claim/> .
@prefix id: <https://w3id.org/argmap/id/> .
@prefix page: <{ID}/page/> .
@prefix paragraph: <{ID}/paragraph/> .
@prefix passage: <{ID}/passage/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix section: <{ID}/section/> .

"""


def _structure() -> str:
    made = article()
    blocks = [
        f'id:{ARTICLE} a am:Article ; rdfs:label "An Invented Article" ; am:title "An Invented Article" ; '
        'am:byline "Maker, Ada" ; am:hasAuthor agent:ada-maker ; am:year 1901 .',
        f'section:all a am:Section ; rdfs:label "All" ; am:inArticle id:{ARTICLE} ; am:position 1 .',
        f'page:1 a am:Page ; rdfs:label "Page 1" ; am:inArticle id:{ARTICLE} ; am:pageNumber 1 .',
    ]
    for number in range(1, len(made.paragraphs) + 1):
        blocks.append(
            f'paragraph:{number} a am:Paragraph ; rdfs:label "Paragraph {number}" ; '
            f"am:inSection section:all ; am:onPage page:1 ; "
            f"am:paragraphNumber {number} ; am:position {number} ."
        )
    for passage in made.passages.values():
        name = passage.iri.rpartition("/")[2]
        blocks.append(
            f'passage:{name} a am:Passage ; rdfs:label "{passage.label}" ; am:inSection section:all ; '
            f"am:inParagraph paragraph:{passage.place.rpartition('/')[2]} ; am:onPage page:1 ; "
            f"am:position {name.rpartition('s')[2]} ; "
            f"am:startOffset {passage.start} ; am:endOffset {passage.end} ."
        )
    return "\n".join(blocks) + "\n"


def _statements() -> str:
    return (
        'claim:first a am:Thesis ; rdfs:label "The first point" ; '
        'am:text "What the article opens with holds." ; '
        "am:attributedTo agent:ada-maker ; am:authorStance am:endorsed ; am:certainty am:asserted ; "
        "am:expressedIn passage:p1-s1 .\n"
    )
