"""Note lists: text in, plain records with every doubt, Turtle out."""
