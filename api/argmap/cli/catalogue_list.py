"""What can be asked: the queries of the catalogue, by name."""

from collections.abc import Sequence

from argmap.catalogue import Catalogue, QueryFile
from argmap.cli import tables
from argmap.errors import UsageError


def show(catalogue: Catalogue) -> None:
    """Write the queries with their parameters and what they answer."""
    rows = [[query.name, _parameters(query), query.summary] for query in _asked(catalogue)]
    tables.show(["name", "parameters", "answers"], rows)
    print("\nA parameter with * must be given. For example: argmap query claims/list -p stance=rejected")


def unknown(catalogue: Catalogue, name: str, nearest: Sequence[str]) -> UsageError:
    """The error for a name that is not in the catalogue: its nearest, then all names."""
    hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
    names = "\n".join(f"  {query.name}" for query in _asked(catalogue))
    return UsageError(f'query: no such query "{name}".{hint} The queries are:\n{names}')


def _asked(catalogue: Catalogue) -> list[QueryFile]:
    """All but the rules, which derive and do not answer; those of single alignments answer too."""
    rules = set(map(id, [*catalogue.rules(), *catalogue.alignments_for_all()]))
    return [query for query in catalogue if id(query) not in rules]


def _parameters(query: QueryFile) -> str:
    return ", ".join(f"{each.name}*" if each.required else each.name for each in query.parameters)
