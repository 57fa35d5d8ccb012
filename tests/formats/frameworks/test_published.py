"""The instances that others published, with the answers that they give."""

import json
from pathlib import Path
from typing import Any

import pytest

from argmap.formats.frameworks import read
from argmap.reasoning.acceptability import extensions, grounded

# Beside the repository, where they are; their licence is not ours.
SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "dung-tgf"
ANSWERS = SAMPLES / "expected.json"
INSTANCES: dict[str, Any] = json.loads(ANSWERS.read_text(encoding="utf-8")) if ANSWERS.is_file() else {}
needed = pytest.mark.skipif(not INSTANCES, reason="the published frameworks are not beside this repository")


@needed
def test_the_published_frameworks_are_read() -> None:
    assert INSTANCES
    for name, told in INSTANCES.items():
        framework = read((SAMPLES / name).read_bytes(), name).framework
        assert sorted(framework.arguments) == sorted(told["arguments"])
        assert sorted(framework.attacks) == sorted(map(tuple, told["attacks"]))


@needed
@pytest.mark.parametrize("semantics", ["complete", "preferred", "stable"])
def test_their_extensions_are_those_published(semantics: str) -> None:
    for name, told in INSTANCES.items():
        framework = read((SAMPLES / name).read_bytes(), name).framework
        found = sorted(sorted(each) for each in extensions(framework, semantics).extensions)
        assert found == sorted(sorted(each) for each in told[semantics])


@needed
def test_their_grounded_labels_are_those_published() -> None:
    for name, told in INSTANCES.items():
        framework = read((SAMPLES / name).read_bytes(), name).framework
        labels = {argument: label.removesuffix("ided") for argument, label in grounded(framework).items()}
        assert labels == told["labelling"]
        assert extensions(framework, "grounded").extensions == (tuple(told["grounded"]),)
