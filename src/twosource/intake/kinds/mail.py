"""Mail, mailboxes and pages saved as one file (.eml, .mbox, .mhtml): all are MIME messages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from html import escape

from twosource.errors import IntakeError, NoText, TooMuch, Unsupported
from twosource.intake.encodings import decode, said_of_itself
from twosource.intake.kinds.sent_on import as_sent_first, unquoted
from twosource.intake.lines.dates import on
from twosource.intake.lines.subjects import headline_in
from twosource.intake.lines.writers import byline_of
from twosource.intake.page import Markup
from twosource.intake.record import Part, Record, Unread
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


_DAMAGE = (IntakeError, MessageError, LookupError, ValueError, TypeError, AttributeError)


def read_mailbox(data: bytes) -> Iterator[Part]:
    """The messages of a mailbox file (mbox, RFC 4155), each as `read_mail` reads it."""
    for number, message in enumerate(_BETWEEN.split(data)[1:], start=1):
        try:
            for part in read_mail(_QUOTED.sub(rb"\1", message)):
                yield replace(part, label=f"{number} {part.label}".rstrip())
        except IntakeError as problem:
            yield Unread(str(number), str(problem))


# Where no blank line is left between them, a message begins with its sender and the time it came.
_BETWEEN = re.compile(
    rb"(?:(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*"
    rb"|(?<=\n)From \S{1,300} [^\n:]{1,40}\d\d:\d\d[^\n]{0,40}\d{4}[^\n]{0,20})\n(?=[\w-]+:)"
)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def _parts(message: EmailMessage, label: str = "") -> Iterator[Part]:
    leaves = _leaves(message, whole=message)
    body = _body(leaves.texts)
    if body:
        content = unquoted(_in_one(body))
        markup = as_sent_first(content, _markup(message))
        yield Record(label, content.encode("utf-8", "replace"), markup)
    if not _is_saved(message):
        besides = [text for text in leaves.texts if text not in body]
        for number, part in enumerate([*besides, *leaves.attached], start=1):
            name = " ".join((part.get_filename() or "").split())[:_LONGEST_NAME]
            yield from _attached(part, f"{label} {number} {name}".strip())


@dataclass(frozen=True, slots=True)
class _Leaves:
    """What a message says in its own voice, and what is attached to it, in their order."""

    texts: tuple[EmailMessage, ...] = ()
    attached: tuple[EmailMessage, ...] = ()


def _leaves(part: EmailMessage, whole: EmailMessage) -> _Leaves:
    """The leaves of a part of the whole message, less alternatives and a page's pictures.

    Method: RFC 2046, 5.1 (mixed and alternative), and RFC 2387 (related).
    """
    if part.get_content_maintype() != "multipart" or not part.is_multipart():
        return _leaf(part, whole)
    inner = [one for one in part.iter_parts() if isinstance(one, EmailMessage)]
    read = [_leaves(one, whole) for one in inner]
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        return _richest(inner, read)
    if kind == "multipart/related" and inner:
        return _furnished(inner, read, str(part.get_param("start") or ""))
    return _all(read)


def _leaf(part: EmailMessage, whole: EmailMessage) -> _Leaves:
    """A text that nobody attached or named is the message's own; a blank one is nothing."""
    apart = part.is_attachment() or (part is not whole and part.get_filename())
    if apart or part.get_content_type() not in {"text/html", "text/plain"}:
        return _Leaves(attached=(part,))
    try:
        return _Leaves(texts=(part,)) if _said(part).strip() else _Leaves()
    except _DAMAGE:
        return _Leaves(attached=(part,))


def _all(read: Iterable[_Leaves]) -> _Leaves:
    read = list(read)
    return _Leaves(
        tuple(text for leaves in read for text in leaves.texts),
        tuple(part for leaves in read for part in leaves.attached),
    )


def _richest(inner: Sequence[EmailMessage], read: Sequence[_Leaves]) -> _Leaves:
    """Of alternatives the last one in HTML, or else the last text, and what is attached to any."""
    best = max(reversed(read), key=lambda one: (any(map(_is_html, one.texts)), bool(one.texts)))
    if not best.texts:
        return _all(read)
    same = [one for one in inner if not one.is_attachment() and not one.get_filename()]
    attached = [part for part in _all(read).attached if part not in same]
    return _Leaves(best.texts, tuple(attached))


def _furnished(inner: Sequence[EmailMessage], read: Sequence[_Leaves], start: str) -> _Leaves:
    """A page, and what is not there to be shown in it."""
    named = [at for at, one in enumerate(inner) if start and one.get("Content-ID") == start]
    page = read[named[0] if named else 0]
    others = _all(one for one in read if one is not page)
    kept = [part for part in (*others.texts, *others.attached) if not _furnishes(part)]
    return _Leaves(page.texts, (*page.attached, *kept))


def _furnishes(part: EmailMessage) -> bool:
    """Whether a page shows this part as its own: a picture, a style, a frame."""
    is_named = part.get("Content-ID") is not None or part.get("Content-Location") is not None
    is_document = part.get_content_type() in _READ and part.get_content_maintype() != "text"
    return is_named and not is_document and not part.is_attachment()


def _body(texts: Sequence[EmailMessage]) -> Sequence[EmailMessage]:
    """The longest text and those that go with it: not a footer in HTML below plain text."""
    longest = max(texts, key=_length, default=None)
    if longest is None or _is_html(longest):
        return texts
    return [text for text in texts if not _is_html(text)]


def _in_one(texts: Sequence[EmailMessage]) -> str:
    """Several texts as one: in HTML where one of them is, each blank line then a paragraph."""
    if not any(map(_is_html, texts)):
        return "\n\n".join(map(_said, texts))
    return "\n".join(_said(one) if _is_html(one) else _as_html(_said(one)) for one in texts)


def _as_html(text: str) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in re.split(r"\n\s*\n", text))


def _length(text: EmailMessage) -> int:
    """How many code points of a text are read, those of tags and styles not counted."""
    said = _said(text)
    return len(" ".join((_TAGS.sub(" ", said) if _is_html(text) else said).split()))


_TAGS = re.compile(r"<style[^<]*</style|<[^<>]*>", re.IGNORECASE)


def _is_html(part: EmailMessage) -> bool:
    return part.get_content_type() == "text/html"


def _said(part: EmailMessage) -> str:
    """The characters of a text; where a browser saved it, the page says its encoding."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    return decode(data, part.get_content_charset() or said_of_itself(data))


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
            said = _said(part).encode("utf-8", "replace") if isinstance(content, str) else content
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
    subject = headline_in(str(message.get("Subject") or ""))
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
    page = next(message.iter_parts(), None) if message.is_multipart() else None
    return any(
        one is not None and one.get(name) is not None
        for name in ("Snapshot-Content-Location", "Content-Location")
        for one in (message, page)
    )


def _byline(sender: str) -> Byline:
    return byline_of(Attested(sender, "the message's sender"))


def _dates(message: EmailMessage, role: DateRole) -> Iterator[DateEvidence]:
    sent = getattr(message.get("Date"), "datetime", None)
    if isinstance(sent, datetime):
        yield DateEvidence(on(sent.date()), role, "the message's date", 0.9)
