"""Finding passages again in a reader's own copy of a text that we may not ship."""
