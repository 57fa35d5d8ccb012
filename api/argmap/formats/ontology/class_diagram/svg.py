"""The class diagram as SVG: a picture for a page, whose names lead to what the page says of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from argmap.formats.ontology.class_diagram.kinds import Kind, Link
from argmap.formats.ontology.class_diagram.layers import Layers, Pair, layered

# In pixels, for letters 12 high; what is wider than most letters are leaves room for any font.
_LETTER, _BOLD, _LINE, _INDENT = 7.0, 9.0, 17, 14
_PADDING, _RULE = 16, 8
_TALL = 20  # lines
_GAP, _ROW_GAP, _LANE = 28, 58, 16
_EDGE = 12  # between the picture's rim and what is in it


@dataclass(frozen=True)
class _Box:
    """Where something stands, in a row that is `tall`; a lane is a box that nothing is written in."""

    x: float
    y: float
    width: float
    height: float
    tall: float

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


def drawn(kinds: Sequence[Kind], title: str, description: str) -> str:
    """Return the picture of `kinds`; title and description are what a screen reader says of it."""
    weights = _weights(kinds)
    layers = layered([kind.name for kind in kinds], weights)
    boxes = _placed(layers, {kind.name: _size(kind) for kind in kinds})
    width = max((box.x + box.width for box in boxes.values()), default=0) + _EDGE
    height = max((box.y + box.height for box in boxes.values()), default=0) + _EDGE
    parts = [
        f'<svg class="classes" xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-labelledby="diagram-title diagram-description" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">',
        f'<title id="diagram-title">{escape(title)}</title>',
        f'<desc id="diagram-description">{escape(description)}</desc>',
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>',
        *_arrows(layers, boxes, kinds, weights),
        *(_box(kind, boxes[kind.name]) for kind in kinds),
        "</svg>",
    ]
    return "\n".join(parts)


def _weights(kinds: Sequence[Kind]) -> dict[Pair, int]:
    shown, weights = {kind.name for kind in kinds}, dict[Pair, int]()
    for kind in kinds:
        for link in kind.links:
            for target in () if link.derived else shown.intersection(link.targets) - {kind.name}:
                weights[kind.name, target] = weights.get((kind.name, target), 0) + 1
    return weights


def _size(kind: Kind) -> tuple[float, float]:
    """Return how wide and high the box of a kind is."""
    classes, links = _columns(kind)
    if _is_split(kind):
        return classes + links, _PADDING + _LINE * max(len(kind.lines), len(kind.links))
    rule = _RULE if kind.links else 0
    return max(classes, links), _PADDING + _LINE * (len(kind.lines) + len(kind.links)) + rule


def _is_split(kind: Kind) -> bool:
    """Whether classes and properties stand beside each other, as below each other they would tower."""
    return bool(kind.links) and len(kind.lines) + len(kind.links) > _TALL


def _columns(kind: Kind) -> tuple[float, float]:
    """Return how wide the classes are, and how wide the properties."""
    classes = max(_INDENT * line.depth + _LETTER * len(line.name) for line in kind.lines)
    classes = max(classes, _BOLD * len(kind.name))
    links = max((_LETTER * len(_plain(link)) for link in kind.links), default=-_PADDING)
    return round(classes + 1.5 * _PADDING), round(links + 1.5 * _PADDING)


def _plain(link: Link) -> str:
    return f"{'/' * link.derived}{link.name} → {', '.join(link.leads_to)}"


def _placed(layers: Layers, sizes: Mapping[str, tuple[float, float]]) -> dict[str, _Box]:
    rows = [[(name, sizes.get(name, (_LANE, 0))[0]) for name in row] for row in layers.rows]
    totals = [sum(width for _, width in row) + _GAP * (len(row) - 1) for row in rows]
    boxes: dict[str, _Box] = {}
    top = float(_EDGE)
    for row, total in zip(rows, totals, strict=True):
        tall = max(sizes[name][1] for name, _ in row if name in sizes)
        left = _EDGE + (max(totals) - total) / 2
        for name, width in row:
            boxes[name] = _Box(left, top, width, sizes.get(name, (width, tall))[1], tall)
            left += width + _GAP
        top += tall + _ROW_GAP
    return boxes


def _arrows(
    layers: Layers, boxes: Mapping[str, _Box], kinds: Sequence[Kind], weights: Mapping[Pair, int]
) -> list[str]:
    ports = _ports(layers, boxes)
    return [
        _arrow([boxes[place] for place in way], ports[pair], pair, kinds, weights)
        for pair, way in layers.ways.items()
    ]


def _ports(layers: Layers, boxes: Mapping[str, _Box]) -> dict[Pair, tuple[float, float]]:
    """Return where each way leaves its upper box and enters its lower one, spread out in order."""
    leaving: dict[str, list[tuple[float, Pair]]] = {}
    entering: dict[str, list[tuple[float, Pair]]] = {}
    for pair, way in layers.ways.items():
        leaving.setdefault(way[0], []).append((boxes[way[1]].middle, pair))
        entering.setdefault(way[-1], []).append((boxes[way[-2]].middle, pair))
    out, into = _spread(leaving, boxes), _spread(entering, boxes)
    return {pair: (out[pair], into[pair]) for pair in layers.ways}


def _spread(ends: Mapping[str, list[tuple[float, Pair]]], boxes: Mapping[str, _Box]) -> dict[Pair, float]:
    return {
        pair: boxes[name].x + boxes[name].width * (number + 1) / (len(pairs) + 1)
        for name, pairs in ends.items()
        for number, (_, pair) in enumerate(sorted(pairs))
    }


def _arrow(
    way: Sequence[_Box],
    ports: tuple[float, float],
    pair: Pair,
    kinds: Sequence[Kind],
    weights: Mapping[Pair, int],
) -> str:
    points = [(ports[0], way[0].y + way[0].tall)]
    for lane in way[1:-1]:
        points += [(lane.middle, lane.y), (lane.middle, lane.y + lane.height)]
    points.append((ports[1], way[-1].y))
    start = way[0].y + way[0].height
    heads = ' marker-end="url(#arrow)"' if pair in weights else ""
    heads += ' marker-start="url(#arrow)"' if (pair[1], pair[0]) in weights else ""
    line = f"M{ports[0]:.1f} {start:.1f}{_curve(start, points)}"
    return f'<path class="arrow" d="{line}"{heads}><title>{_said(pair, kinds)}</title></path>'


def _curve(start: float, points: Sequence[tuple[float, float]]) -> str:
    """Return what follows the start of a path that bends between rows and runs straight through them."""
    text = f"V{points[0][1]:.1f}" if points[0][1] != start else ""
    for number, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
        half = (y + to_y) / 2
        text += (
            f"C{x:.1f} {half:.1f} {to_x:.1f} {half:.1f} {to_x:.1f} {to_y:.1f}"
            if number % 2 == 0
            else f"L{to_x:.1f} {to_y:.1f}"
        )
    return text


def _said(pair: Pair, kinds: Sequence[Kind]) -> str:
    """Return what an arrow stands for."""
    said = [
        f"{kind.name}: {_plain(link)}"
        for kind in kinds
        for link in kind.links
        for target in link.targets
        if not link.derived and {kind.name, target} == set(pair) and kind.name != target
    ]
    return escape("; ".join(said))


def _box(kind: Kind, box: _Box) -> str:
    parts = [
        f'<g class="kind"><rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.0f}" '
        f'height="{box.height:.0f}" rx="4"/>'
    ]
    for number, each in enumerate(kind.lines, 1):
        look = "top" if each.depth == 0 else "defined" if each.defined else "class"
        parts.append(
            _text(box.x + 10 + _INDENT * each.depth, box.y + 4 + _LINE * number, look, _link(each.name))
        )
    if kind.links:
        parts += _properties(kind, box)
    return "".join([*parts, "</g>"])


def _properties(kind: Kind, box: _Box) -> Iterator[str]:
    """Yield the rule between classes and properties, and the properties: beside or below."""
    left, top = box.x, box.y + 8 + _LINE * len(kind.lines)
    rule = f"M{left:.1f} {top + 4:.1f}h{box.width:.0f}"
    if _is_split(kind):
        left, top = box.x + _columns(kind)[0], box.y - _RULE + 8
        rule = f"M{left:.1f} {box.y:.1f}v{box.height:.0f}"
    yield f'<path class="rule" d="{rule}"/>'
    for number, link in enumerate(kind.links, 1):
        targets = ", ".join(_link(each) for each in link.leads_to)
        text = f"{'/' * link.derived}{_link(link.name)}{' → ' * bool(targets)}{targets}"
        yield _text(left + 10, top + 4 + _LINE * number, "property", text)


def _text(x: float, y: float, look: str, inside: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{look}">{inside}</text>'


def _link(name: str) -> str:
    return f'<a href="#{escape(name)}">{escape(name)}</a>'
