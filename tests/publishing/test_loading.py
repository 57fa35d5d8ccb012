"""`argmap.load`: articles as Python objects, with what follows, and ready to be reasoned on."""

import subprocess
import sys
from pathlib import Path

import owlready2
import pytest
from pyoxigraph import QuerySolutions

import argmap
from argmap.errors import CheckFailed, InputError, NotFound, ReasonerMissing
from argmap.graph.argument_map import ArgumentMap
from argmap.vocabulary import AM, ID

TINY = Path("tests/fixtures/tiny")
CLAIM = ID + "kuperman-1996/claim/pressure-drove-habyarimana"
BOOK = ID + "source/african-rights-1994"
ROLES = [
    "Premise",
    "Conclusion",
    "IntermediateClaim",
    "Counterargument",
    "ContestedStatement",
    "UndercuttingAttack",
]


@pytest.fixture(scope="module")
def onto() -> "owlready2.Ontology":
    return argmap.load("kuperman-1996")


def asked(graph: ArgumentMap, pattern: str) -> set[str]:
    """Return the IRIs that a pattern over `?x` finds."""
    rows = graph.store.query(f"PREFIX am: <{AM}> SELECT DISTINCT ?x WHERE {{ {pattern} }}")
    assert isinstance(rows, QuerySolutions)
    return {row["x"].value for row in rows}


def iris(things: list[object]) -> set[str]:
    return {thing.iri for thing in things}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["Claim", "Evidence", "Argument", "Attack", "Footnote", "Source", *ROLES])
def test_classes_have_the_instances_that_the_store_has(
    onto: "owlready2.Ontology", shipped: ArgumentMap, name: str
) -> None:
    expected = asked(shipped, f"?x a am:{name} FILTER(STRSTARTS(STR(?x), '{ID}'))")
    assert expected
    assert iris(onto[name].instances()) == expected


@pytest.mark.parametrize(
    "name", ["tracesToSource", "citesNote", "directlySupportedBy", "supportedBy", "expressedIn"]
)
def test_relations_are_attributes(onto: "owlready2.Ontology", shipped: ArgumentMap, name: str) -> None:
    claim = onto.world[CLAIM]
    assert iris(getattr(claim, name)) == asked(shipped, f"<{CLAIM}> am:{name} ?x")


def test_values_labels_and_annotations_are_there(onto: "owlready2.Ontology") -> None:
    claim, book = onto.world[CLAIM], onto.world[BOOK]
    assert claim.label.first() == "Pressure drove Habyarimana"
    assert claim.authorStance is onto.endorsed
    assert claim.text.endswith("carry out the accords.")
    assert (book.year, book.title) == (1994, book.label.first())
    assert str(onto.Claim.label.first()) == "claim"
    assert onto.Claim.definition.first().startswith("A statement put forward")


def test_the_label_of_an_assessment_has_another_name(onto: "owlready2.Ontology") -> None:
    assert onto["label"].python_name == "am_label"
    assert onto.world[BOOK].label


def test_things_are_found(onto: "owlready2.Ontology") -> None:
    book = onto.world[BOOK]
    assert onto.search_one(label="Pressure drove Habyarimana") is onto.world[CLAIM]
    assert onto.world[CLAIM] in list(onto.search(type=onto.Claim, tracesToSource=book))
    assert onto.world[CLAIM] in list(onto.search(iri="*pressure-drove*"))


def test_without_what_follows_there_are_no_shortcuts() -> None:
    written = argmap.load(TINY, inferred=False)
    followed = argmap.load(TINY)
    assert written.Counterargument.instances() == []
    assert followed.Counterargument.instances() != []
    assert [claim.tracesToSource for claim in written.Claim.instances() if claim.tracesToSource] == []
    assert [claim.tracesToSource for claim in followed.Claim.instances() if claim.tracesToSource] != []


def test_each_load_has_a_world_of_its_own() -> None:
    shared = set(owlready2.default_world.ontologies)
    one, other = argmap.load(TINY), argmap.load(TINY)
    assert one.world is not other.world
    owlready2.destroy_entity(one.Claim.instances()[0])
    assert len(other.Claim.instances()) == len(one.Claim.instances()) + 1
    assert set(owlready2.default_world.ontologies) == shared


def test_all_that_is_shipped_is_loaded_without_a_name(onto: "owlready2.Ontology") -> None:
    assert iris(argmap.load().Claim.instances()) >= iris(onto.Claim.instances())


def test_one_article_brings_only_the_works_that_it_leads_to(tmp_path: Path) -> None:
    for name, work in (("doe-2001", "a"), ("roe-2002", "b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "article.ttl").write_text(
            f"@prefix am: <{AM}> . @prefix id: <{ID}> .\n"
            f"<{ID}{name}> a am:Article ; am:hasAuthor <{ID}agent/{work}> ."
        )
    (tmp_path / "agents.ttl").write_text(
        f"@prefix am: <{AM}> . <{ID}agent/a> a am:Person ; am:memberOf <{ID}agent/c> . "
        f"<{ID}agent/b> a am:Person . <{ID}agent/c> a am:Organization ."
    )
    from argmap.graph.build import build
    from argmap.graph.loading import of_article

    graph = build([tmp_path], check=False)
    subjects = {str(triple.subject) for triple in of_article(graph, "doe-2001", inferred=True)}
    assert {f"<{ID}{name}>" for name in ("doe-2001", "agent/a", "agent/c")} <= subjects
    assert subjects & {f"<{ID}{name}>" for name in ("roe-2002", "agent/b")} == set()


@pytest.mark.parametrize("name", ["kuperman-1997", "kuperman1996", "nowhere", "shared", "ontology", "data"])
def test_an_unknown_article_is_told_which_there_are(name: str) -> None:
    with pytest.raises(NotFound, match="kuperman-1996") as caught:
        argmap.load(name)
    assert caught.value.thing == name


def test_an_article_named_nearly_right_is_offered() -> None:
    with pytest.raises(NotFound) as caught:
        argmap.load("kuperman-1997")
    assert caught.value.nearest == ("kuperman-1996",)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path / "none", "no/such/folder"):
        with pytest.raises(InputError, match="no such file or folder"):
            argmap.load(folder)


def test_data_of_ones_own_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "doe-2001"
    folder.mkdir()
    (folder / "article.ttl").write_text(f"<{ID}doe-2001/claim/x> a <{AM}Claim> .")
    with pytest.raises(CheckFailed):
        argmap.load(folder)


def test_a_folder_may_be_named_by_a_string() -> None:
    assert len(argmap.load(str(TINY)).Claim.instances()) == len(argmap.load(TINY).Claim.instances())


def test_importing_argmap_imports_nothing_heavy() -> None:
    program = "import sys, argmap; print(*{'owlready2', 'rdflib', 'pyoxigraph'} & sys.modules.keys())"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_without_java_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owlready2, "JAVA_EXE", "no-such-java")
    with pytest.raises(ReasonerMissing):
        argmap.reason(argmap.load(TINY))


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
def test_the_reasoner_finds_the_roles_that_the_rules_derive(onto: "owlready2.Ontology") -> None:
    written = argmap.load("kuperman-1996", inferred=False)
    argmap.reason(written)
    for role in ROLES:
        assert iris(written[role].instances()) == iris(onto[role].instances()) != set()


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
def test_the_reasoner_works_out_values_too() -> None:
    written, followed = argmap.load(TINY, inferred=False), argmap.load(TINY)
    argmap.reason(written, values=True)
    for claim in followed.Claim.instances():
        assert iris(written.world[claim.iri].tracesToSource) == iris(claim.tracesToSource)


@pytest.mark.hermit
@pytest.mark.usefixtures("java")
def test_a_contradiction_is_owlready2s_own_error() -> None:
    onto = argmap.load(TINY)
    onto.Claim.instances()[0].is_a.append(onto.Source)
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        argmap.reason(onto)
