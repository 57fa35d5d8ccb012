"""Wrong usage is told from no answer, and every error is one clear message."""

import subprocess
import sys

import pytest

from argmap import __version__
from argmap.cli.main import main

Captured = pytest.CaptureFixture[str]


def test_the_version_is_told(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"argmap {__version__}\n"


def test_help_names_every_command_and_gives_examples(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert [
        name for name in ("serve", "check", "query", "trace", "articles") if f"\n    {name} " not in said
    ] == []
    assert "examples:" in said


def test_no_command_is_wrong_usage(capsys: Captured) -> None:
    assert main([]) == 2
    assert "COMMAND" in capsys.readouterr().err


def test_an_unknown_command_is_wrong_usage(capsys: Captured) -> None:
    assert main(["serv"]) == 2
    assert "invalid choice: 'serv'" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["serve"], ["articles", "--data"], ["query", "--data"]])
def test_a_path_that_is_not_there_is_wrong_usage(command: list[str], capsys: Captured) -> None:
    assert main([*command, "no/such/folder"]) == 2
    assert "there is no file or folder 'no/such/folder'" in capsys.readouterr().err


def test_a_wrong_setting_is_wrong_usage(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_PORT", "many")
    assert main(["serve"]) == 2
    assert 'ARGMAP_PORT: "many" is no port' in capsys.readouterr().err


def test_the_module_runs_like_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"argmap {__version__}\n"


def test_a_reader_that_stops_reading_is_no_error() -> None:
    command = f"{sys.executable} -m argmap query | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_a_terminal_that_knows_no_unicode_still_gets_an_answer(tiny: str) -> None:
    command = [
        sys.executable,
        "-m",
        "argmap",
        "trace",
        "tiny-2020/claim/bridge-should-be-built",
        "--data",
        tiny,
    ]
    done = subprocess.run(command, capture_output=True, env={"PYTHONIOENCODING": "ascii"}, check=True)
    assert b"|-- " in done.stdout


@pytest.mark.parametrize(
    "command", ["--version", "query", "articles --data {tiny}", "trace {claim} --data {tiny}"]
)
def test_what_a_command_does_not_need_is_not_imported(command: str, tiny: str) -> None:
    main(["articles", "--data", tiny])  # checks the data, so that they are known to be good
    arguments = command.format(tiny=tiny, claim="tiny-2020/claim/bridge-should-be-built").split()
    script = f"""if True:
        import sys
        from argmap.cli.main import main
        main({arguments!r})
        heavy = {{"rdflib", "pyshacl", "owlready2", "rich", "fastapi", "uvicorn"}}
        print(sorted(heavy & set(sys.modules)), file=sys.stderr)
    """
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_serving_needs_no_library_of_the_checks(tiny: str) -> None:
    main(["articles", "--data", tiny])
    script = f"""if True:
        import sys
        from argmap.cli.main import main
        import argmap.http.serve  # of which the package exports a function of the same name
        sys.modules["argmap.http.serve"].serve = lambda *_, **__: None
        main(["serve", {tiny!r}, "--port", "0"])
        print(sorted({{"rdflib", "pyshacl", "owlready2", "rich"}} & set(sys.modules)))
    """
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"
    assert "checking" not in done.stderr
