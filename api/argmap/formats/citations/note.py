"""A work as a note of some style cites it."""

import json
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from typing import Any

from argmap.errors import BadParameter
from argmap.formats.citations.locators import place
from argmap.formats.citations.markup import Markup, written
from argmap.formats.citations.styles import DEFAULT_STYLE, independent, path

_CITATIONS_KEPT = 4096
# citeproc-py keeps what it is doing in the style, so one citation is formatted at a time.
_ONE_AT_A_TIME = Lock()


def note(
    item: Mapping[str, Any],
    locator: str | None = None,
    style: str = DEFAULT_STYLE,
    markup: Markup = "plain",
) -> str:
    """Return the full citation of a work as a first note in that style has it.

    A style without notes gives the entry of its bibliography, without the number it would have in a list;
    it has no room for a locator.

    `item` is a CSL-JSON item (see `csl`), `locator` the place in it as notes write it ("pp. 4-5", "ch. 2");
    `style` one of `styles()`. Raises BadParameter for a style that is not there or that cannot be processed.
    """
    name = independent(style)
    text = _formatted(json.dumps(item, sort_keys=True, ensure_ascii=False), locator or "", name)
    return written(text, markup)


@lru_cache(maxsize=_CITATIONS_KEPT)
def _formatted(item: str, locator: str, style: str) -> str:
    from argmap.formats.citations.processor import FAILURES, formatted

    try:
        with _ONE_AT_A_TIME:
            return formatted(json.loads(item), place(locator) if locator.strip() else None, path(style))
    except FAILURES as error:
        kind = type(error).__name__
        raise BadParameter(
            "style", f'"{style}" cannot be processed for this work ({kind}). Give another style.'
        ) from error
