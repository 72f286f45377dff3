"""Tell the kinds of input apart, by content first, and hand each to its reader."""

import hashlib
import re
from collections.abc import Iterator

from twosource.errors import NoText
from twosource.intake.metadata import article_of
from twosource.model import Article

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"</?(?:p|div|a|br|h[1-6]|meta|link)\b", re.IGNORECASE)
_PROBE = 4096  # bytes looked at
_FULL_OF_TAGS = 6  # a text about web pages may quote a tag or two


def articles_in(name: str, data: bytes) -> Iterator[Article]:
    """The articles of one file. Raises `IntakeError` where there is none to be had."""
    if not data.strip():
        raise NoText("empty")
    identity = hashlib.sha256(data).hexdigest()[:16]
    if looks_like_html(data):
        from twosource.intake.html import read_html  # noqa: PLC0415 - trafilatura takes 150 ms

        yield article_of(identity, name, read_html(data))
    else:
        from twosource.intake.text import read_text  # noqa: PLC0415 - only where needed

        yield article_of(identity, name, read_text(data))


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes open like a web page, or are full of its tags."""
    head = data[:_PROBE].removeprefix(b"\xef\xbb\xbf")
    return bool(_HTML.match(head)) or len(_TAG.findall(head)) >= _FULL_OF_TAGS
