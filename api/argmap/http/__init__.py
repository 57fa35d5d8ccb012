"""The door from the network: HTTP in, one answer out."""

from argmap.http.app import create_app
from argmap.http.serve import serve

__all__ = ["create_app", "serve"]
