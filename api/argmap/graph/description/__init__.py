"""What the data set says of itself: how much of what there is (VoID), and how it is asked (SHACL).

It fills a graph of its own. No subject there is one of our things, no property one of our terms, and nothing
has a label: whoever asks for what articles say does not meet it, though the default graph holds it too.
"""

from argmap.graph.description.describing import describe
from argmap.graph.description.names import DATASET, NAMES, TYPE, name
from argmap.graph.description.statistics import count_graphs, totals

__all__ = ["DATASET", "NAMES", "TYPE", "count_graphs", "describe", "name", "totals"]
