"""A name for what was evaluated: the same facts give the same digest, in whatever order they come."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from argmap.model.dispute import Dispute


def input_digest(dispute: Dispute) -> str:
    """Return the SHA-256, in hexadecimal, of the facts of a dispute, each a line of JSON, sorted by IRI."""
    lines = (json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in _facts(dispute))
    return sha256("\n".join(lines).encode()).hexdigest()


def _facts(dispute: Dispute) -> Iterator[tuple[Any, ...]]:
    for iri, statement in sorted(dispute.statements.items()):
        yield "statement", iri, sorted(statement.sources), statement.certainty, statement.founded
    for iri, inference in sorted(dispute.inferences.items()):
        step = sorted(inference.premises), inference.conclusion, inference.strength, inference.strict
        yield "argument", iri, *step
    for iri, objection in sorted(dispute.objections.items()):
        yield "attack", iri, sorted(objection.by), objection.target, objection.on
