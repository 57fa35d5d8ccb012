"""Every mapping answers: questions in foreign terms alone, asked of the shipped article."""

from collections.abc import Iterator
from operator import eq
from pathlib import Path

import httpx
import pytest
from tests.alignments import asking
from tests.serving import running

from argmap.graph.alignment import axioms_of, carry_out, rules_of
from argmap.graph.argument_map import ArgumentMap
from argmap.graph.build import build
from argmap.store.embedded import EmbeddedStore
from argmap.vocabulary import AM, GRAPH_ALIGNMENT, short

each_question = pytest.mark.parametrize("file", asking.QUESTIONS, ids=asking.title)
each_alignment = pytest.mark.parametrize("name", asking.NAMES)


@pytest.fixture(scope="module")
def article() -> ArgumentMap:
    return build(check=False, align=["all"])


@pytest.fixture(scope="module")
def fixture() -> ArgumentMap:
    return build([asking.FIXTURE], check=False, align=["all"])


@pytest.fixture(scope="module")
def endpoints(article: ArgumentMap, fixture: ArgumentMap) -> Iterator[dict[bool, str]]:
    """The SPARQL endpoints about the fixture (True) and the article (False)."""
    with running(fixture) as one, running(article) as other:
        yield {True: f"{one}/sparql", False: f"{other}/sparql"}


@each_question
def test_question_is_in_foreign_terms_alone(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert AM not in text
    assert "PREFIX am:" not in text


@each_question
def test_endpoint_gives_the_expected_answer(file: Path, endpoints: dict[bool, str]) -> None:
    endpoint = endpoints[file.parent.name == "fixture"]
    asked = httpx.post(
        endpoint,
        content=file.read_bytes(),
        headers={"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"},
    )
    document = asked.raise_for_status().json()
    columns = document["head"]["vars"]
    rows = [
        [short(row[name]["value"]) if name in row else "" for name in columns]
        for row in document["results"]["bindings"]
    ]
    assert rows
    assert [columns, *rows] == asking.expected(file)


@pytest.mark.parametrize("file", asking.NEVER, ids=asking.title)
def test_what_the_vocabulary_excludes_is_not_there(
    file: Path, article: ArgumentMap, fixture: ArgumentMap
) -> None:
    for graph in (article, fixture):
        assert asking.answer(graph.open_store, file.read_text(encoding="utf-8"))[1:] == []


@each_alignment
def test_every_foreign_term_is_in_a_question(name: str) -> None:
    asked = {term for file in asking.questions_of(name) for term in asking.terms_in(file)}
    assert (asking.given_by_file(name) | asking.given_by_rules(name)) - asked == set()


@each_alignment
def test_rules_give_declared_terms_only(name: str) -> None:
    assert asking.given_by_rules(name) <= asking.given_by_file(name)


@pytest.fixture(scope="module")
def together() -> EmbeddedStore:
    """The shipped article and the fixture in one store, without alignments."""
    store = build([Path("data"), asking.FIXTURE], check=False).store
    assert isinstance(store, EmbeddedStore)
    return store


@each_alignment
def test_without_any_one_mapping_or_rule_some_answer_changes(name: str, together: EmbeddedStore) -> None:
    axioms, rules = list(axioms_of(name)), rules_of(asking.CATALOGUE, name)
    texts = [file.read_text(encoding="utf-8") for file in asking.questions_of(name)]

    def answers(missing: object) -> Iterator[object]:
        store = together.copy()
        kept = [rule for rule in rules if rule is not missing]
        carry_out(kept, store, name, (quad for quad in axioms if quad is not missing))
        return (asking.answer(store, text) for text in texts)

    whole = list(answers(None))
    own = {rule.name for rule in asking.own_rules(name)}
    left_out = [*asking.mappings(axioms), *(rule for rule in rules if rule.name in own)]
    unseen = [each for each in left_out if all(map(eq, answers(each), whole))]
    assert unseen == []


def test_an_alignment_is_in_a_graph_of_its_own(article: ArgumentMap) -> None:
    aligned = {graph for graph in article.open_store.graphs() if graph.startswith(GRAPH_ALIGNMENT)}
    assert aligned == {GRAPH_ALIGNMENT + name for name in asking.NAMES}
    assert not any(graph.startswith(GRAPH_ALIGNMENT) for graph in article.store.graphs())
