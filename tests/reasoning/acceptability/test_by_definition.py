"""On thousands of random frameworks, every answer is the one that the definitions give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.reasoning.acceptability import by_the_definition
from tests.reasoning.acceptability.frameworks import small

from argmap.model.framework import Framework
from argmap.reasoning.acceptability import (
    SEMANTICS,
    Acceptance,
    accepted,
    extensions,
    grounded,
    program,
    standing,
)

MANY = settings(max_examples=250, deadline=None)
every_semantics = pytest.mark.parametrize("semantics", SEMANTICS)


@every_semantics
@MANY
@given(small())
def test_the_extensions_are_those_that_are_defined(semantics: str, framework: Framework) -> None:
    found = extensions(framework, semantics)
    assert found.finished
    assert len(found.extensions) == len(set(found.extensions))
    assert set(map(frozenset, found.extensions)) == set(by_the_definition.EXTENSIONS[semantics](framework))


@every_semantics
@MANY
@given(small())
def test_the_standings_are_those_that_are_defined(semantics: str, framework: Framework) -> None:
    found = standing(framework, semantics)
    assert found.finished
    assert found.labels == by_the_definition.labels(framework, semantics)
    assert found.credulous == by_the_definition.credulous(framework, semantics)
    assert found.sceptical == by_the_definition.sceptical(framework, semantics)
    assert found.count_is_zero == (not by_the_definition.EXTENSIONS[semantics](framework))


@every_semantics
@pytest.mark.parametrize("acceptance", ["credulous", "sceptical"])
@MANY
@given(small().filter(lambda framework: bool(framework.arguments)), some.data())
def test_a_question_about_one_argument_is_answered_alike(
    semantics: str, acceptance: Acceptance, framework: Framework, data: some.DataObject
) -> None:
    name = data.draw(some.sampled_from(framework.arguments))
    defined = {"credulous": by_the_definition.credulous, "sceptical": by_the_definition.sceptical}
    answer = accepted(framework, name, semantics, acceptance)
    assert answer.finished
    assert answer.accepted == (name in defined[acceptance](framework, semantics))
    assert answer.count_is_zero == (not by_the_definition.EXTENSIONS[semantics](framework))


@MANY
@given(small())
def test_the_grounded_labelling_is_that_of_the_grounded_extension(framework: Framework) -> None:
    assert grounded(framework) == by_the_definition.labels(framework, "grounded")


@every_semantics
@settings(max_examples=40, deadline=None)
@given(small())
def test_nothing_changes_where_the_solver_runs_in_a_thread(semantics: str, framework: Framework) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program, "SMALL", 0)
        found, stands = extensions(framework, semantics), standing(framework, semantics)
    assert set(map(frozenset, found.extensions)) == set(by_the_definition.EXTENSIONS[semantics](framework))
    assert stands.labels == by_the_definition.labels(framework, semantics)


@every_semantics
@settings(max_examples=100, deadline=None)
@given(small(), some.permutations(range(7)))
def test_names_and_their_order_change_nothing_else(
    semantics: str, framework: Framework, order: list[int]
) -> None:
    hostile = ['x). :- #true. arg("', "% a", "\n", "not", "X", "", "\ud800"]
    of = {name: hostile[order[at]] for at, name in enumerate(framework.arguments)}
    other = Framework(
        tuple(sorted(of.values())), tuple(sorted((of[one], of[two]) for one, two in framework.attacks))
    )
    expected = {frozenset(of[name] for name in each) for each in extensions(framework, semantics).extensions}
    assert set(map(frozenset, extensions(other, semantics).extensions)) == expected


@every_semantics
@settings(max_examples=100, deadline=None)
@given(small())
def test_the_answer_is_the_same_each_time_and_in_order(semantics: str, framework: Framework) -> None:
    found = extensions(framework, semantics)
    assert found == extensions(framework, semantics)
    assert list(found.extensions) == sorted(found.extensions)
    assert all(list(each) == sorted(each) for each in found.extensions)
