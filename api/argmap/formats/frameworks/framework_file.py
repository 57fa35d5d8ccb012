"""What a file says, and what is written: a framework, with what its format adds or cannot carry."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.model.framework import Framework


@dataclass(frozen=True)
class FrameworkFile:
    """A framework that was read; `texts` are the labels that stand behind names of arguments (TGF)."""

    framework: Framework
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """A framework as text; `renamed` are the names that the format cannot carry, with what is written."""

    text: str
    renamed: Mapping[str, str] = field(default_factory=dict)
