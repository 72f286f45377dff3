"""Mail, mailboxes and pages saved as one file (.eml, .mbox, .mhtml): all are MIME messages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from twosource.errors import IntakeError, NoText, TooMuch, Unsupported
from twosource.intake.dates import on
from twosource.intake.page import Markup
from twosource.intake.record import Part, Record, Unread
from twosource.intake.writers import byline_of
from twosource.model import Attested, Byline, DateEvidence, DateRole


def read_mail(data: bytes) -> Iterator[Part]:
    """What a message says, as HTML or else as plain text, then what is attached to it.

    Of a saved page the message's date is when it was saved; of a letter, when it was sent.
    Raises `Unsupported`, `TooMuch` or `NoText`.
    """
    if data.count(b"multipart/") > _MOST_PARTS:
        raise TooMuch("a message whose parts lie too deep in one another: it may be a trap")
    try:
        parts = list(_parts(message_from_bytes(data, policy=policy.default)))
    except _DAMAGE as problem:
        raise Unsupported("a message that cannot be read: it is damaged or cut off") from problem
    if not parts:
        raise NoText("a message without text")
    yield from parts


_DAMAGE = (MessageError, LookupError, ValueError, TypeError, AttributeError)


def read_mailbox(data: bytes) -> Iterator[Part]:
    """The messages of a mailbox file (mbox, RFC 4155), each as `read_mail` reads it."""
    for number, message in enumerate(_BETWEEN.split(data)[1:], start=1):
        try:
            for part in read_mail(_QUOTED.sub(rb"\1", message)):
                yield replace(part, label=f"{number} {part.label}".rstrip())
        except IntakeError as problem:
            yield Unread(str(number), str(problem))


_BETWEEN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n(?=[\w-]+:)")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def _parts(message: EmailMessage, label: str = "") -> Iterator[Part]:
    body = message.get_body(("html", "plain"))
    content = str(body.get_content()) if isinstance(body, EmailMessage) else ""
    if content.strip():
        yield Record(label, content.encode("utf-8", "replace"), _markup(message))
    if not _is_saved(message):
        for number, part in enumerate(message.iter_attachments(), start=1):
            name = " ".join((part.get_filename() or "").split())[:_LONGEST_NAME]
            yield from _attached(part, f"{label} {number} {name}".strip())


def _attached(part: EmailMessage, label: str) -> Iterator[Part]:
    """An attachment: a text, a PDF, a Word file, or a message with attachments of its own."""
    kind = part.get_content_type()
    if kind not in _READ:
        yield Unread(label, f"attached, and not read: it is of the kind {kind}")
        return
    try:
        content = part.get_content()
        if isinstance(content, EmailMessage):
            yield from _parts(content, label)
        else:
            said = content.encode("utf-8", "replace") if isinstance(content, str) else content
            yield Record(label, said)
    except _DAMAGE:
        yield Unread(label, "attached, and cannot be read: it is damaged or cut off")


_LONGEST_NAME = 200  # characters
_READ = {
    "text/plain",
    "text/html",
    "text/markdown",
    "text/rtf",
    "application/rtf",
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/octet-stream",
    "message/rfc822",
}
_MOST_PARTS = 200  # that hold parts themselves


def _markup(message: EmailMessage) -> Markup:
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    subject = str(message.get("Subject") or "").strip()
    sender = str(message.get("From") or "").split("<")[0].strip(' "')
    saved = _is_saved(message)
    return Markup(
        title=Attested(subject, "the message's subject") if subject else None,
        byline=_byline(sender) if sender and not saved else None,
        url=Attested(str(address), "the address it was saved from") if address else None,
        dates=tuple(_dates(message, DateRole.CRAWLED if saved else DateRole.PUBLISHED)),
    )


def _is_saved(message: EmailMessage) -> bool:
    """Whether the message is a page that a browser saved, and its other parts are pictures."""
    addresses = ("Snapshot-Content-Location", "Content-Location")
    return message.get_content_type() == "multipart/related" or any(
        message.get(name) is not None for name in addresses
    )


def _byline(sender: str) -> Byline:
    return byline_of(Attested(sender, "the message's sender"))


def _dates(message: EmailMessage, role: DateRole) -> Iterator[DateEvidence]:
    sent = getattr(message.get("Date"), "datetime", None)
    if isinstance(sent, datetime):
        yield DateEvidence(on(sent.date()), role, "the message's date", 0.9)
