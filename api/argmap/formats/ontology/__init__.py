"""The ontology as people read it: axioms in words, a class diagram, pages, and what a version changes."""
