"""Who copied whom: passages that articles share, what was changed, and who had it from whom."""

from twosource.collation.reuse.derivations import derive
from twosource.collation.reuse.lost import find_lost_sources
from twosource.collation.reuse.passages import each_passage, find_passages

__all__ = ["derive", "each_passage", "find_lost_sources", "find_passages"]
