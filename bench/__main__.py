"""Run the measurements: `python -m bench [--runs N]`, or one of the commands below."""

import argparse

from bench import anchors, answers, beside, first_answer, hostile, notes, shaping, shortcuts, solving, traces


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="how often each is measured (default: 7)")
    parser.set_defaults(run=_first_answer)
    commands = parser.add_subparsers(title="commands")
    anchors.add_to(commands)
    answers.add_to(commands)
    beside.add_to(commands)
    hostile.add_to(commands)
    notes.add_to(commands)
    shaping.add_to(commands)
    shortcuts.add_to(commands)
    solving.add_to(commands)
    traces.add_to(commands)
    arguments = parser.parse_args()
    arguments.run(arguments)


def _first_answer(arguments: argparse.Namespace) -> None:
    print(first_answer.table(first_answer.measure(arguments.runs)))


if __name__ == "__main__":
    main()
