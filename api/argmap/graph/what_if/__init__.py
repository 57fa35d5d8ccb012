"""What would stand if something were otherwise; `docs/what-if.md` holds the definitions.

Nothing is imported here: `wanted` is needed wherever a door is described, the rest when one is used.
"""
