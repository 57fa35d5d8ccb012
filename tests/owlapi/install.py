"""Put the Java libraries, and the bridge to them, into .venv, beside its own packages."""

import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).with_name("requirements.lock")
PLACE = Path(sys.prefix) / "owlapi"


def install() -> int:
    """Install exactly the packages of the lock file, without any that they ask for."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--require-hashes", "--upgrade", "--target", str(PLACE), "-r", str(LOCK)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(install())
