"""Records as CSL-JSON: an array of items, as pandoc, Zotero and every CSL processor read them.

Source: the CSL-JSON schema, https://github.com/citation-style-language/schema.
"""

import json
from collections.abc import Iterable

from argmap.formats.citations.records import Item


def csl_json(items: Iterable[Item]) -> bytes:
    """Return CSL-JSON items as a file in UTF-8."""
    return (json.dumps(list(items), ensure_ascii=False, indent=1) + "\n").encode()
