"""The runner that others wrote for the W3C suite (npm `rdf-test-suite`), started from here."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.clients import node
from tests.w3c.suite import SUITE

_SCRIPT = Path(__file__).with_name("runner.cjs")


@dataclass(frozen=True)
class Verdict:
    """What the runner says of one test."""

    ok: bool
    error: str

    @property
    def status(self) -> int | None:
        """The HTTP status that the runner did not expect."""
        found = re.search(r"Got: (\d{3})\b", self.error)
        return int(found[1]) if found else None


def verdicts(part: str, endpoint: str) -> dict[str, Verdict]:
    """Return the verdict on every test of a part of the suite, by the name of the test."""
    told = json.loads(node.run(_SCRIPT, str(SUITE), f"{part}/manifest.ttl", endpoint))
    return {each["name"]: Verdict(each["ok"], each["error"]) for each in told}
