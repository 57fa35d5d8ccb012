"""`docs/cli.md` and the parser say the same."""

import argparse
import re
from pathlib import Path

import pytest

from argmap.cli.main import build_parser

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## argmap ([\w-]+)\n(.*?)(?=^## |\Z)", DOCS, re.MULTILINE | re.DOTALL))


def commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = (each for each in build_parser()._actions if isinstance(each, argparse._SubParsersAction))
    return dict(action.choices)


def options(command: argparse.ArgumentParser) -> set[str]:
    return {option for action in command._actions for option in action.option_strings} - {"-h", "--help"}


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert set(SECTIONS) == set(commands())


@pytest.mark.parametrize("name", commands())
def test_every_option_is_documented_and_every_documented_option_exists(name: str) -> None:
    documented = set(re.findall(r"(?<![\w-])--?[a-z]+", SECTIONS[name]))
    assert documented >= options(commands()[name])
    assert documented - options(commands()[name]) - {"--help"} == set()


@pytest.mark.parametrize("name", commands())
def test_every_choice_and_argument_is_documented(name: str) -> None:
    actions = [action for action in commands()[name]._actions if action.dest != "help"]
    words = {str(choice) for action in actions for choice in action.choices or ()}
    words |= {str(action.metavar) for action in actions if not action.option_strings}
    assert [word for word in words if word not in SECTIONS[name]] == []


def test_the_settings_that_are_named_exist() -> None:
    source = (ROOT / "api" / "argmap" / "settings.py").read_text(encoding="utf-8")
    assert set(re.findall(r'"(ARGMAP_\w+)"', source)) >= set(re.findall(r"ARGMAP_\w+", DOCS))
