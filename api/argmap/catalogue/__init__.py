"""Query files and their parameters."""

from argmap.catalogue.catalogue import Catalogue, load
from argmap.catalogue.query_file import BoundQuery, QueryFile

__all__ = ["BoundQuery", "Catalogue", "QueryFile", "load"]
