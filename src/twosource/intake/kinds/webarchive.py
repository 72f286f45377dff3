"""Web archives (.warc, .warc.gz, .wacz): one record per page that was fetched.

Standard: WARC 1.1, ISO 28500:2017.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from twosource.errors import NoText, TooMuch, Unsupported
from twosource.intake.lines.dates import on
from twosource.intake.page import Markup
from twosource.intake.record import Part, Record, Unread
from twosource.model import Attested, DateEvidence, DateRole

MAX_PAGE = 16 * 1024 * 1024  # bytes of one page
MAX_PAGES = 50_000
_TEXT = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def read_warc(data: bytes) -> Iterator[Part]:
    """The pages of a WARC file. Raises `NoText`, `TooMuch` or `Unsupported`."""
    found = 0
    try:
        for record in ArchiveIterator(
            io.BytesIO(data), record_types=WarcRecordType.response, auto_decode="all"
        ):
            if (record.http_content_type or "text/html") in _TEXT:
                found += 1
                if found > MAX_PAGES:
                    raise TooMuch(f"more than {MAX_PAGES:,} pages in one archive: split it first")
                yield _record(record) if _is_there(record) else _refused(record)
    except (OSError, ValueError, EOFError) as problem:
        raise Unsupported("a web archive that is damaged or cut off from here on") from problem
    if not found:
        raise NoText("a web archive without pages")


def read_wacz(data: bytes) -> Iterator[Part]:
    """The pages of the WARC files inside a WACZ file. Raises as `read_warc`."""
    archives = list(_unpacked(data))
    if not archives:
        raise NoText("a web archive without pages")
    for archive in archives:
        yield from read_warc(archive)


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The WARC files in a WACZ file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.startswith("archive/"):
                    with archive.open(name) as member:
                        yield _no_larger(member.read(_MAX_INNER + 1))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as problem:
        raise Unsupported("a web archive that is damaged or cut off") from problem


def _no_larger(unpacked: bytes) -> bytes:
    if len(unpacked) > _MAX_INNER:
        raise TooMuch("an archive in it unpacks to more than 256 MB: it may be a trap")
    return unpacked


_MAX_INNER = 256 * 1024 * 1024


def _is_there(record: WarcRecord) -> bool:
    """Whether the server gave the page, and not word that there is none."""
    status = record.http_headers.status_code if record.http_headers else None
    return status is None or status < _NOT_GIVEN


_NOT_GIVEN = 400


def _refused(record: WarcRecord) -> Unread:
    status = record.http_headers.status_code if record.http_headers else None
    return Unread(_address(record), f"no page: the server answered {status} when it was fetched")


def _address(record: WarcRecord) -> str:
    return str(record.headers.get("WARC-Target-URI") or record.record_id)


def _record(record: WarcRecord) -> Record:
    address = _address(record)
    promised = record.content_length
    data = record.reader.read(MAX_PAGE)
    if not _is_encoded(record) and len(data) < min(promised, MAX_PAGE):
        raise EOFError(f"{address} is cut off")
    fetched = record.record_date
    dates: tuple[DateEvidence, ...] = ()
    if isinstance(fetched, datetime):
        how = "the day the archive fetched it"
        dates = (DateEvidence(on(fetched.date()), DateRole.CRAWLED, how, 1.0),)
    return Record(address, data, Markup(url=Attested(address, "the archive's record"), dates=dates))


def _is_encoded(record: WarcRecord) -> bool:
    """Whether the page was sent packed or in chunks, so that its length is not the promised one."""
    said = {
        name.casefold() for name in (record.http_headers.asdict() if record.http_headers else ())
    }
    return not said.isdisjoint(("content-encoding", "transfer-encoding"))
