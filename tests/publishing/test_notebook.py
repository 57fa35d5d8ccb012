"""`docs/argmap.ipynb` runs from top to bottom without a network, and shows what its texts announce."""

import os
import re
from pathlib import Path
from typing import cast

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs" / "argmap.ipynb"
STRICT = """
import socket
import warnings

warnings.simplefilter("error")


def refuse(*_):
    raise OSError("the notebook asks the network")


socket.getaddrinfo = socket.create_connection = refuse
"""


@pytest.fixture(scope="module")
def notebook() -> nbformat.NotebookNode:
    return cast("nbformat.NotebookNode", nbformat.read(NOTEBOOK, as_version=4))  # type: ignore[no-untyped-call]


@pytest.fixture(scope="module")
def run(java: str, tmp_path_factory: pytest.TempPathFactory) -> list[nbformat.NotebookNode]:
    """The cells of code, run in a folder of their own where a warning is an error."""
    run = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    run.cells.insert(0, nbformat.v4.new_code_cell(STRICT))  # type: ignore[no-untyped-call]
    folder = str(tmp_path_factory.mktemp("notebook"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "ARGMAP_CACHE", folder)
        patch.setitem(os.environ, "IPYTHONDIR", folder)
        NotebookClient(
            run, timeout=300, kernel_name="python3", resources={"metadata": {"path": folder}}
        ).execute()
    return _code(run)[1:]


@pytest.fixture(scope="module")
def shown(run: list[nbformat.NotebookNode]) -> list[str]:
    """What each cell of code shows."""
    return ["".join(map(_text, cell.outputs)) for cell in run]


def _code(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _text(output: nbformat.NotebookNode) -> str:
    return str(output.get("text") or output.get("data", {}).get("text/plain", ""))


def _kept(cell: nbformat.NotebookNode) -> list[object]:
    """What is kept of a cell's outputs: all but how many cells were run before."""
    return [
        {name: value for name, value in each.items() if name != "execution_count"} for each in cell.outputs
    ]


def test_it_is_kept_as_a_run_from_top_to_bottom_leaves_it(notebook: nbformat.NotebookNode) -> None:
    code = _code(notebook)
    assert len(code) >= 8
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert [cell.id for cell in code if "execution" in cell.metadata] == []
    nbformat.validate(notebook)


@pytest.mark.hermit
def test_its_outputs_are_those_of_a_run_now(
    notebook: nbformat.NotebookNode, run: list[nbformat.NotebookNode]
) -> None:
    outdated = "the notebook shows what is no longer so: execute it anew and keep the outputs"
    assert list(map(_kept, _code(notebook))) == list(map(_kept, run)), outdated


def test_it_is_told_what_comes_before_it_comes(notebook: nbformat.NotebookNode) -> None:
    assert [cell.cell_type for cell in notebook.cells[:3]] == ["markdown", "markdown", "code"]


@pytest.mark.hermit
def test_it_runs_and_every_cell_shows_something(shown: list[str]) -> None:
    assert [number for number, text in enumerate(shown) if not text.strip()] == []


@pytest.mark.hermit
def test_it_counts_lists_and_traces(shown: list[str]) -> None:
    assert re.search(r"'Claim': 1\d\d", shown[0])
    assert shown[1].count("\n") == 10
    assert "claims lead to this book" in shown[2]
    assert "-> note 22: " in shown[3]


@pytest.mark.hermit
def test_reasoning_finds_the_roles(shown: list[str]) -> None:
    before, after = (eval(line, {}) for line in shown[4].splitlines())
    assert set(before.values()) == {0}
    assert after["Counterargument"] > 30
