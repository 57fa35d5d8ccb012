"""The Node packages are pinned, and come from wherever npm gets packages on the machine."""

import json

from tests.clients.node import FOLDER

LOCK = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))


def test_every_package_is_pinned_by_its_digest() -> None:
    packages = {name: package for name, package in LOCK["packages"].items() if name}
    assert len(packages) > 100
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())


def test_the_lock_names_no_registry() -> None:
    assert not [name for name, package in LOCK["packages"].items() if "resolved" in package]
