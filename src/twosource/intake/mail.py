"""Mail and pages saved as one file (.eml, .mhtml): both are MIME messages."""

from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from twosource.errors import NoText, TooMuch, Unsupported
from twosource.intake.dates import on
from twosource.intake.page import Markup
from twosource.intake.record import Record
from twosource.intake.writers import byline_of
from twosource.model import Attested, Byline, DateEvidence, DateRole


def read_mail(data: bytes) -> Iterator[Record]:
    """The one record of a message: its HTML, or its plain text where it has no HTML.

    Of a saved page the message's date is when it was saved; of a letter, when it was sent.
    Raises `Unsupported`, `TooMuch` or `NoText`.
    """
    if data.count(b"multipart/") > _MOST_PARTS:
        raise TooMuch("a message whose parts lie too deep in one another: it may be a trap")
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("html", "plain"))
        content = str(body.get_content()) if isinstance(body, EmailMessage) else ""
        markup = _markup(message)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError) as problem:
        raise Unsupported("a message that cannot be read: it is damaged or cut off") from problem
    if not content.strip():
        raise NoText("a message without text")
    yield Record("", content.encode("utf-8", "replace"), markup)


_MOST_PARTS = 200  # that hold parts themselves


def _markup(message: EmailMessage) -> Markup:
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    subject = str(message.get("Subject") or "").strip()
    sender = str(message.get("From") or "").split("<")[0].strip(' "')
    saved = address is not None or message.get_content_type() == "multipart/related"
    return Markup(
        title=Attested(subject, "the message's subject") if subject else None,
        byline=_byline(sender) if sender and not saved else None,
        url=Attested(str(address), "the address it was saved from") if address else None,
        dates=tuple(_dates(message, DateRole.CRAWLED if saved else DateRole.PUBLISHED)),
    )


def _byline(sender: str) -> Byline:
    return byline_of(Attested(sender, "the message's sender"))


def _dates(message: EmailMessage, role: DateRole) -> Iterator[DateEvidence]:
    sent = getattr(message.get("Date"), "datetime", None)
    if isinstance(sent, datetime):
        yield DateEvidence(on(sent.date()), role, "the message's date", 0.9)
