"""The catalogue: all query files of a folder, by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from argmap.catalogue.query_file import QueryFile
from argmap.catalogue.reading import read_query
from argmap.errors import ContractError, NotFound


@dataclass(frozen=True)
class Catalogue:
    """All query files of a folder; iterating gives them in the order of their names."""

    queries: Mapping[str, QueryFile]

    def __iter__(self) -> Iterator[QueryFile]:
        return (self.queries[name] for name in sorted(self.queries))

    def __len__(self) -> int:
        return len(self.queries)

    def named(self, name: str) -> QueryFile:
        """Return the query file of that name (`claims/list`); NotFound names those that resemble it."""
        if name not in self.queries:
            raise NotFound(name, get_close_matches(name, self.queries, n=3))
        return self.queries[name]

    def endpoints(self) -> list[QueryFile]:
        """Return the queries that answer a path of the API."""
        return [query for query in self if query.path is not None]

    def rules(self) -> list[QueryFile]:
        """Return the rules that derive the shortcuts."""
        return [query for query in self if query.name.startswith("rules/")]

    def alignments_for_all(self) -> list[QueryFile]:
        """Return the rules that carry out what alignment files say; without such files they give nothing."""
        rules = [query for query in self if query.name.startswith("alignments/")]
        return [rule for rule in rules if rule.name.count("/") == 1]

    def alignments_of(self, name: str) -> list[QueryFile]:
        """Return the rules of one alignment, for what its file has no form for."""
        return [query for query in self if query.name.startswith(f"alignments/{name}/")]

    def audits(self) -> list[QueryFile]:
        """Return the audits, each of which finds what is wrong in one way.

        Those with a group give findings: rows of severity, subject, message and remedy. Others have a path
        and a shape of their own.
        """
        return [query for query in self if query.name.startswith("audits/")]


def load(folder: Path) -> Catalogue:
    """Read every `.rq` below a folder; raise ContractError for the first that breaks a rule.

    A file's name is its path below the folder without the suffix.
    """
    names = {
        file.relative_to(folder).with_suffix("").as_posix(): file for file in sorted(folder.rglob("*.rq"))
    }
    catalogue = Catalogue({name: read_query(file, name) for name, file in names.items()})
    _refuse_double_paths(catalogue)
    return catalogue


def _refuse_double_paths(catalogue: Catalogue) -> None:
    taken: dict[str, QueryFile] = {}
    for query in catalogue.endpoints():
        first = taken.setdefault(str(query.path), query)
        if first is not query:
            raise ContractError(query.file, f"path {query.path} is taken by {first.name}")
