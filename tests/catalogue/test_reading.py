from pathlib import Path

import pytest
from tests.catalogue.queries import DETAIL, LIST

from argmap import shipped
from argmap.catalogue import QueryFile, load
from argmap.errors import ContractError, NotFound


def test_a_head_becomes_a_query_file(claims: QueryFile) -> None:
    assert (claims.name, claims.path, claims.shape, claims.form) == (
        "claims/list",
        "/claims",
        "list",
        "select",
    )
    assert [parameter.name for parameter in claims.parameters] == [
        "article", "q", "stance", "page", "contested", "sort",
    ]  # fmt: skip
    assert claims.parameter("stance").choices == ("endorsed", "rejected")
    assert claims.parameter("sort").default == "label"


def test_columns_are_the_variables_of_the_outer_select(claims: QueryFile) -> None:
    assert claims.columns == ("id", "label", "note")


def test_the_shipped_query_files_load() -> None:
    catalogue = load(shipped.folder("queries"))
    assert len(catalogue) > 20
    assert catalogue.rules()
    assert [query.name for query in catalogue] == sorted(query.name for query in catalogue)


def test_an_unknown_name_is_told_the_nearest(folder: Path) -> None:
    with pytest.raises(NotFound, match="claims/list") as caught:
        load(folder).named("claims/lst")
    assert caught.value.nearest[0] == "claims/list"


def test_two_files_cannot_answer_one_path(folder: Path) -> None:
    (folder / "again.rq").write_text(DETAIL)
    with pytest.raises(ContractError, match="is taken by again"):
        load(folder)


@pytest.mark.parametrize(
    ("text", "old", "new", "said"),
    [
        (LIST, "#+ summary", "#+ sumary", 'list.rq:2: unknown key "sumary"'),
        (LIST, "#+ summary: The claims of the articles.\n", "", "has no summary"),
        (LIST, LIST[: LIST.index("PREFIX")], "", "has no head"),
        (LIST, "#+ shape: list", "#+ shape: [list", "the head is no YAML"),
        (LIST, "#+ shape: list", "#+ shape: heap", 'no shape "heap"'),
        (LIST, "#+ path: /claims", "#+ path: claims", "list.rq:1: path claims: starts with a slash"),
        (LIST, "#+ path: /claims", "#+ path: /claims/{slug}", "path variable slug: fills no template"),
        (LIST, "description: On which page., ", "", "list.rq:8: parameter page: has no description"),
        (LIST, "type: integer", "type: number", 'no type "number"'),
        (LIST, "example: 2}", "example: two}", 'parameter page: "two" is no whole number'),
        (LIST, "type: integer", "sort: integer", 'parameter page: unknown key "sort"'),
        (LIST, "choices: [endorsed, rejected], ", "", "choices go with"),
        (LIST, "      VALUES ?page { UNDEF }\n", "", r"parameter page: the text needs `VALUES \?page"),
        (
            LIST,
            "VALUES ?page { UNDEF }",
            "VALUES ?page { UNDEF } VALUES ?page { UNDEF }",
            "exactly once, not 2",
        ),
        (LIST, "    LIMIT 50\n", "", "exactly one `LIMIT`"),
        (LIST, "    OFFSET 0\n", "", "exactly one `OFFSET`"),
        (LIST, "SELECT ?id ?label", "SELECT ?label ?id", r"first variable of a list is \?id"),
        (LIST, "SELECT ?id ?label", "SELECT ?id ?holder_label", r"\?holder_label needs \?holder"),
        (LIST, "SELECT ?id ?label", "INSERT ?id ?label", "is no query"),
        (DETAIL, "#+ shape: tree", "#+ shape: list", "shape list does not go with CONSTRUCT"),
        (DETAIL, "#+ shape: tree", "#+ shape: trace", "shape trace needs edges"),
        (DETAIL, "#+ root: claim", "#+ root: clam", "root: clam is no required parameter"),
        (DETAIL, "/{slug}\n", "/{name}\n", "path variable name: fills no template"),
        (DETAIL, "/{article}/{slug}\n", "/{slug}\n", "template variable article: is not in the path"),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, text: str, old: str, new: str, said: str) -> None:
    assert old in text
    (tmp_path / "list.rq").write_text(text.replace(old, new, 1))
    with pytest.raises(ContractError, match=said):
        load(tmp_path)
