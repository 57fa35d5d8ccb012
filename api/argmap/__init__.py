"""Publish the argument of a scholarly article as a knowledge graph."""

__version__ = "0.1.0"
