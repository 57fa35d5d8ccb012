"""Why ontology and data cannot all be true: the smallest sets of axioms that contradict each other."""
