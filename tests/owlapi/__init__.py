"""The OWL API and reasoners on it, which a Python package brings as Java libraries: for tests only."""
