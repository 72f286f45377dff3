"""What twosource has written itself: told by its marks, so that it is not read as an article."""

import re

HEAD = 65_536  # bytes looked at

_STRING = rb'"(?:[^"\\]|\\.)*+"'
_MARKS = re.compile(
    rb"""\s*(?:
        <!doctype\ html>.*?<meta\ name="generator"\ content="twosource">    # the page
      | BEGIN:VCALENDAR\s.*?^PRODID:-//twosource//                          # the calendar
      | \{\s*"(?:format|generator)":\s*"twosource                          # JSON with a name
      | \[\s*\{\s*"speaker":\s*STRING,\s*"words":\s*STRING,\s*"kind":     # statements
      | \[\s*\{\s*"date":\s*STRING,\s*"first":\s*STRING,\s*"last":        # events
      | \[\s*\]\s*\Z                                                     # none of either
      | speaker(?P<by>[,;\t])words(?P=by)kind(?P=by)sense(?P=by)polarity(?P=by)
      | date(?P<of>[,;\t])first(?P=of)last(?P=of)when(?P=of)what(?P=of)kind(?P=of)
    )""".replace(b"STRING", _STRING),
    re.VERBOSE | re.DOTALL | re.MULTILINE | re.IGNORECASE,
)


def bears_our_mark(data: bytes) -> bool:
    """Whether a file that begins with these bytes is one that twosource has written."""
    return _MARKS.match(data[:HEAD].removeprefix(b"\xef\xbb\xbf")) is not None
