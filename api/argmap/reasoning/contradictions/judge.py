"""Asking HermiT only whether sets of axioms contradict themselves, many sets at a time.

Starting Java takes longer than most answers, and HermiT's own command takes several ontologies and stops at
the first that contradicts itself. So questions come as lists of growing sets.
"""

import shutil
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import owlready2
import pyoxigraph
from pyoxigraph import RdfFormat, Triple

from argmap.errors import ReasonerFailed, ReasonerMissing, ReasonerTimeout

_HERMIT = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
_MEGABYTES = 2000
# Half the time of Java's own choice: nothing here runs long enough for its better compiler to pay.
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_COMMAND = (
    f"-Xmx{_MEGABYTES}M",
    *_QUICK,
    "-cp",
    str(_HERMIT),
    "org.semanticweb.HermiT.cli.CommandLine",
    "-k",
)
_CONSISTENT = "Thing is satisfiable"
_INCONSISTENT = "InconsistentOntologyException"


class Judge:
    """HermiT, for a limited time in all."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self.runs = 0

    def first_inconsistent(self, ontologies: Sequence[Iterable[Triple]]) -> int | None:
        """Return the place of the first ontology that contradicts itself; None: none of them does.

        Raises ReasonerMissing without Java, ReasonerFailed when HermiT breaks down, and ReasonerTimeout when
        the time is over.
        """
        java = shutil.which(owlready2.JAVA_EXE)
        if java is None:
            raise ReasonerMissing
        self.runs += 1
        with TemporaryDirectory(prefix="argmap-") as folder:
            files = [_written(each, Path(folder, f"{place}.nt")) for place, each in enumerate(ontologies)]
            done = self._run([java, *_COMMAND, *files])
        consistent = done.stdout.count(_CONSISTENT)
        if _INCONSISTENT in done.stderr and consistent < len(files):
            return consistent
        if consistent == len(files):
            return None
        raise ReasonerFailed(done.stderr.strip() or done.stdout.strip())

    def _run(self, command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
        left = max(self._end - time.monotonic(), 0.1)
        try:
            return subprocess.run(command, capture_output=True, text=True, timeout=left, check=False)  # noqa: S603
        except subprocess.TimeoutExpired as error:
            raise ReasonerTimeout(self._seconds) from error


def _written(triples: Iterable[Triple], place: Path) -> str:
    place.write_bytes(pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    return place.as_uri()
