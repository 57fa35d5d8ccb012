"""The ontology as it is published: its documents, the reference page, releases."""
