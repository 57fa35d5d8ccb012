"""Anchors of the graph's articles: read from it, looked for in copies, made from a text."""
