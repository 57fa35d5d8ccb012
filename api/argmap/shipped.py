"""Where the folders that come with argmap lie: in the installed package, or in the checkout."""

from pathlib import Path
from typing import Literal

ShippedFolder = Literal["ontology", "data", "queries"]

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: ShippedFolder) -> Path:
    """Return the folder `ontology`, `data` or `queries`.

    A wheel carries them under `argmap/_shipped`; an editable install reads the checkout's own, so that an
    edit is seen at once.
    """
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _CHECKOUT / name
