"""Who copied whom: passages that articles share, what was changed, and who had it from whom."""

from twosource.collation.reuse.derivations import derive
from twosource.collation.reuse.lost import find_lost_sources
from twosource.collation.reuse.passages import find_passages

__all__ = ["derive", "find_lost_sources", "find_passages"]
