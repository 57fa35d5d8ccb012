"""What becomes known of a request on its way, for the access log and the metrics."""

from collections.abc import MutableMapping
from typing import Any

KEY = "argmap"


def note(scope: MutableMapping[str, Any], **facts: Any) -> None:
    """Note facts of a request, if anybody wants to know them.

    What is told: `client` (see `client_address`), `cached`, `route` (a template), `query` (a hash of the
    SPARQL text, or the name of a query file), `rows`, `truncated`, `worker_seconds` and `outcome`.
    """
    known = scope.get(KEY)
    if known is not None:
        known.update(facts)
