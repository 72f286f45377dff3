"""The timeline for other programs: one file here for each format, one row for each event."""

from twosource.export.timeline.ics import to_ics
from twosource.export.timeline.rows import Row, rows_of
from twosource.export.timeline.sheet import to_csv, to_json
from twosource.export.timeline.timelinejs import to_timelinejs

__all__ = ["Row", "rows_of", "to_csv", "to_ics", "to_json", "to_timelinejs"]
