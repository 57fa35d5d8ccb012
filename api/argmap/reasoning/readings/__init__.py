"""A dispute as an abstract framework, in two readings; `docs/acceptability.md` holds the definitions."""

from argmap.errors import UsageError
from argmap.model.dispute import Dispute
from argmap.reasoning.readings.flat import flat
from argmap.reasoning.readings.reading import Point, PointKind, Reading
from argmap.reasoning.readings.structured import structured

__all__ = ["PREFERENCES", "READINGS", "Point", "PointKind", "Reading", "read"]

READINGS = ("structured", "flat")
PREFERENCES = ("none", "last-link")


def read(dispute: Dispute, reading: str = "structured", preferences: str = "none") -> Reading:
    """Return a dispute as an abstract framework.

    Raises UsageError for a reading or preferences that are none of those on offer, and DisputeTooLarge for
    circles of support that are too large to be unfolded.
    """
    if reading not in READINGS:
        raise UsageError(f'reading: "{reading}" is not one of {", ".join(READINGS)}.')
    if preferences not in PREFERENCES:
        raise UsageError(f'preferences: "{preferences}" is not one of {", ".join(PREFERENCES)}.')
    return structured(dispute, preferences) if reading == "structured" else flat(dispute, preferences)
