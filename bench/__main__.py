"""Run the measurements: `python -m bench [--runs N]`."""

import argparse

from bench import first_answer


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="how often each is measured (default: 7)")
    arguments = parser.parse_args()
    print(first_answer.table(first_answer.measure(arguments.runs)))


if __name__ == "__main__":
    main()
