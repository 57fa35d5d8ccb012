"""What becomes known of a request on its way, for the access log and the metrics."""

from collections.abc import Mapping, MutableMapping
from typing import Any

KEY = "argmap"


def client(scope: Mapping[str, Any]) -> str:
    """Return the client of a request, as limits know it: as it was noted, or else its address."""
    known: str = scope.get(KEY, {}).get("client", "")
    return known or str((scope.get("client") or ("",))[0])


def note(scope: MutableMapping[str, Any], **facts: Any) -> None:
    """Note facts of a request, if anybody wants to know them.

    What is told: `client` (see `client_address`), `cached`, `route` (a template), `query` (a hash of the
    SPARQL text, or the name of a query file), `rows`, `truncated`, `worker_seconds` and `outcome`.
    """
    known = scope.get(KEY)
    if known is not None:
        known.update(facts)
