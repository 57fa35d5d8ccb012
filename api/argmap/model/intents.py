"""To what end a work is cited: which ends make it support for what cites it, and which do not."""

from argmap.vocabulary import PREFIXES

# CiTO 2.8.1 (https://sparontologies.github.io/cito/): cited to be argued against, or as further reading.
# fmt: off
AGAINST = frozenset({
    "corrects", "critiques", "derides", "disagreesWith", "disputes", "parodies", "qualifies",
    "refutes", "retracts", "ridicules",
})
# fmt: on
BESIDE = frozenset({"citesAsRecommendedReading", "citesAsRelated", "obtainsBackgroundFrom"})

_NO_SUPPORT = frozenset(PREFIXES["cito"] + name for name in AGAINST | BESIDE)


def supports(intents: frozenset[str]) -> bool:
    """Whether a work that is cited to these ends (IRIs) supports what cites it; with none known, it does."""
    return not intents or not intents <= _NO_SUPPORT
