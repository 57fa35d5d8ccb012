"""Anchors as the Turtle file that is published with the article's data."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.formats.anchors import hashes, normal_form
from argmap.formats.anchors.records import Anchors, Passage, Windows
from argmap.vocabulary import AM, ID, RDFS, short

OA = "http://www.w3.org/ns/oa#"

# A selector that several passages share is named after its place.
_UNITS = {"page": "page", "paragraph": "paragraph", "footnote": "note"}


def write(anchors: Anchors, units: Mapping[str, Iterable[str]]) -> str:
    """Return the Turtle; `units` are the pages, paragraphs and notes of each passage, by their IRIs."""
    slug = short(anchors.article)
    blocks = [
        _state(anchors, slug),
        *_unit_selectors(units, slug),
        *(_windows(anchors, each, slug) for each in anchors.windows),
        *(_position(anchors, each, slug) for each in anchors.passages if not _windows_of(anchors, each)),
        *(_passage(anchors, each, units.get(each.iri, ()), slug) for each in anchors.passages),
    ]
    return "\n".join([_HEAD.format(am=AM, base=ID + slug, oa=OA, rdfs=RDFS), *blocks])


_HEAD = """\
# Where the passages stand in the letters-only normal form of the text, and salted hashes of short windows at
# their ends, so that a reader's own copy can be searched for them. Made by: argmap anchor --make

@prefix am: <{am}> .
@prefix oa: <{oa}> .
@prefix passage: <{base}/passage/> .
@prefix rdfs: <{rdfs}> .
@prefix selector: <{base}/selector/> .
@prefix text-state: <{base}/text-state/> .
"""


def _state(anchors: Anchors, slug: str) -> str:
    return _block(
        "text-state:letters",
        "am:TextState, oa:State",
        'rdfs:label "The letters-only normal form of the digital text"',
        f"am:letterCount {anchors.letters}",
        f'am:normalForm "{normal_form.RECIPE}"',
        f'am:textDigest "{anchors.digest}"',
        f'am:windowHash "{hashes.RECIPE}"',
        f'am:windowSalt "{anchors.salt.hex()}"',
    )


def _unit_selectors(units: Mapping[str, Iterable[str]], slug: str) -> Iterator[str]:
    for unit in sorted({unit for several in units.values() for unit in several}, key=_by_number):
        kind, number = unit.removeprefix(f"{ID}{slug}/").split("/")
        label = f"{_UNITS[kind].capitalize()} {number}"
        yield _block(
            _unit(unit, slug),
            "am:UnitSelector, oa:Selector",
            f'rdfs:label "{label}"',
            f"am:selectsUnit <{unit}>",
        )


def _by_number(unit: str) -> tuple[str, int]:
    kind, _, number = unit.rpartition("/")
    return kind, int(number)


def _unit(unit: str, slug: str) -> str:
    kind, number = unit.removeprefix(f"{ID}{slug}/").split("/")
    return f"selector:{_UNITS[kind]}-{number}"


def _windows(anchors: Anchors, each: Windows, slug: str) -> str:
    held = [passage for passage in anchors.passages if _holds(each, passage)]
    return _block(
        _selector(_windows_name(held, slug)),
        "am:WindowSelector, oa:TextPositionSelector",
        f'rdfs:label "Windows of {", ".join(passage.label for passage in held)}"',
        f"am:headHash {each.head_hash}",
        f"am:headLetters {each.head}",
        *([f"am:tailHash {each.tail_hash}"] if each.tail_hash is not None else []),
        f"am:tailLetters {each.tail}",
        f'am:windowDigest "{each.digest}"',
        f"oa:end {each.end}",
        f"oa:start {each.start}",
    )


def _position(anchors: Anchors, each: Passage, slug: str) -> str:
    return _block(
        _selector(_name(each, slug)),
        "am:PositionSelector, oa:TextPositionSelector",
        f'rdfs:label "Letters of {each.label}"',
        f"oa:end {each.end}",
        f"oa:start {each.start}",
    )


def _passage(anchors: Anchors, each: Passage, units: Iterable[str], slug: str) -> str:
    own = _windows_of(anchors, each)
    around = next((windows for windows in anchors.windows if _holds(windows, each)), None)
    selectors = [_selector(_name(each, slug))]
    if around is not None and own is None:
        held = [passage for passage in anchors.passages if _holds(around, passage)]
        selectors.append(_selector(_windows_name(held, slug)))
    selectors += [_unit(unit, slug) for unit in sorted(units, key=_by_number)]
    return _block(
        f"passage:{_name(each, slug)}",
        None,
        f"oa:hasSelector {', '.join(selectors)}",
        "oa:hasState text-state:letters",
    )


def _windows_of(anchors: Anchors, passage: Passage) -> Windows | None:
    """Return the windows that are of this passage alone."""
    same = (each for each in anchors.windows if (each.start, each.end) == (passage.start, passage.end))
    return next(same, None)


def _holds(windows: Windows, passage: Passage) -> bool:
    return windows.start <= passage.start and passage.end <= windows.end


def _name(passage: Passage, slug: str) -> str:
    return passage.iri.removeprefix(f"{ID}{slug}/passage/")


def _windows_name(held: list[Passage], slug: str) -> str:
    names = [_name(passage, slug) for passage in held]
    return names[0] if len(names) == 1 else f"{names[0]}-to-{names[-1]}"


def _selector(name: str) -> str:
    return f"selector:{name}"


def _block(subject: str, kinds: str | None, *lines: str) -> str:
    said = [*([f"a {kinds}"] if kinds else []), *lines]
    return f"{subject}\n  " + " ;\n  ".join(said) + " .\n"
