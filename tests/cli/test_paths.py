"""Paths that begin alike share their steps."""

from typing import Any

from argmap.cli.paths import Step, merge

ROOT = {"id": "root"}


def path(*names: str) -> dict[str, Any]:
    return {"hops": [{"id": name} for name in names]}


def shape(step: Step) -> dict[str, Any]:
    return {name: shape(onward) for name, onward in step.onward.items()}


def test_a_shared_beginning_is_one_branch() -> None:
    tree = merge(ROOT, [path("a", "b"), path("a", "c"), path("d")])
    assert shape(tree) == {"a": {"b": {}, "c": {}}, "d": {}}


def test_a_path_may_begin_with_the_root() -> None:
    assert shape(merge(ROOT, [path("root", "a"), path("a", "b")])) == {"a": {"b": {}}}


def test_a_thing_on_two_paths_stands_in_both_places() -> None:
    assert shape(merge(ROOT, [path("a", "x"), path("b", "x")])) == {"a": {"x": {}}, "b": {"x": {}}}


def test_no_paths_leave_the_root_alone() -> None:
    assert shape(merge(ROOT, [])) == {}
