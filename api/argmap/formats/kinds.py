"""The most telling class of a thing: it has every class that it is known to have."""

from collections.abc import Sequence

# What is not here shows its first class.
TELLING = (
    "Thesis",
    "Recommendation",
    "StatisticalEvidence",
    "Testimony",
    "HistoricalEvidence",
    "DocumentaryEvidence",
    "ExpertAnalysis",
    "Evidence",
    "Claim",
    "Warrant",
    "Assumption",
    "Question",
    "Statement",
    "Argument",
    "RebuttingAttack",
    "UnderminingAttack",
    "UndercuttingAttack",
    "Attack",
    "Concession",
    "Quotation",
    "Passage",
    "NoteMarker",
    "Footnote",
    "IbidReference",
    "ShortFormReference",
    "FullReference",
    "Reference",
    "BookChapter",
    "Book",
    "JournalArticle",
    "MagazineArticle",
    "NewspaperArticle",
    "Report",
    "OfficialDocument",
    "Broadcast",
    "Presentation",
    "PressStatement",
    "Source",
    "Person",
    "Organization",
    "Group",
)


def most_telling(types: Sequence[str]) -> str | None:
    """Return the most telling of a thing's classes, as the ontology names it; None if it has none."""
    return next((name for name in TELLING if name in types), types[0] if types else None)
