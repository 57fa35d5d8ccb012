"""Every path from one thing, merged where they begin alike: what the tree of a trace is drawn from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Hop = Mapping[str, Any]


@dataclass
class Step:
    """One thing on the way, with the steps that follow it on any path, in the order they were met."""

    hop: Hop
    onward: dict[str, "Step"] = field(default_factory=dict)


def merge(root: Hop, paths: Iterable[Mapping[str, Any]]) -> Step:
    """The paths as one tree.

    Args:
        root: the thing that every path starts from.
        paths: `{"hops": [{"id": …, …}, …]}` each; a path may or may not begin with the root itself.

    Returns:
        The root; two paths share their steps as far as they name the same things.
    """
    start = Step(root)
    for path in paths:
        _follow(start, path["hops"])
    return start


def _follow(start: Step, hops: Sequence[Hop]) -> None:
    here = start
    for hop in hops[1:] if hops and hops[0]["id"] == start.hop["id"] else hops:
        here = here.onward.setdefault(hop["id"], Step(hop))
