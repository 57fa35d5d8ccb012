"""The wheel holds every shipped file, and nothing else: exits 1 and names what is missing or too much.

hatchling drops a folder that is not there without a word, so what was built is compared with what git knows.
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSIDE = {
    "api/argmap/": "argmap/",
    "ontology/": "argmap/_shipped/ontology/",
    "data/": "argmap/_shipped/data/",
    "queries/": "argmap/_shipped/queries/",
}


def main() -> int:
    """Build the wheel without network, compare, and say what differs."""
    with tempfile.TemporaryDirectory() as folder:
        built = _files_in(_wheel(Path(folder)))
    expected = _expected()
    for name in sorted(expected - built):
        print(f"missing from the wheel: {name}")
    for name in sorted(built - expected):
        print(f"in the wheel, but not in git: {name}")
    if built == expected:
        print(f"the wheel holds all {len(built)} files")
    return int(built != expected)


def _wheel(folder: Path) -> Path:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"the wheel cannot be built:\n{run.stdout}{run.stderr}")
    return next(folder.glob("*.whl"))


def _files_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name and not name.endswith("/")}


def _expected() -> set[str]:
    """Return what git tracks or would track of the shipped folders, by its name in the wheel."""
    command = ["git", "ls-files", "-z", "-co", "--exclude-standard", "--", *INSIDE]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return {_inside(name) for name in listed if name and (ROOT / name).is_file()}


def _inside(name: str) -> str:
    start = next(start for start in INSIDE if name.startswith(start))
    return INSIDE[start] + name.removeprefix(start)


if __name__ == "__main__":
    sys.exit(main())
