"""Which query traces which thing."""

from argmap.vocabulary import ID, short

# By the part of the IRI that names the kind: the query and its parameter.
_QUERIES = {
    "claim": ("claims/trace", "claim"),
    "evidence": ("evidence/trace", "evidence"),
    "footnote": ("footnotes/trace", "footnote"),
    "warrant": ("statements/trace", "statement"),
    "assumption": ("statements/trace", "statement"),
    "question": ("statements/trace", "statement"),
}
_SOURCE = ("sources/trace", "source")


def query_of(thing: str) -> tuple[str, str] | None:
    """Return the query that traces a thing and the parameter for it; None if its IRI says that none does."""
    parts = short(thing).split("/")
    if not thing.startswith(ID):
        return None
    if len(parts) == 2 and parts[0] == "source":
        return _SOURCE
    return _QUERIES.get(parts[1]) if len(parts) == 3 else None
