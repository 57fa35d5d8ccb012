"""The classes of an ontology in one picture: a box for each kind, arrows for the properties between them."""

from argmap.formats.ontology.class_diagram.kinds import Kind, kinds
from argmap.formats.ontology.class_diagram.svg import drawn

__all__ = ["Kind", "drawn", "kinds"]
