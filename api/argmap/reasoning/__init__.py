"""What follows from the ontology, and what stands in the argument."""
