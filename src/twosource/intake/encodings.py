"""Which characters bytes stand for: by their mark, as UTF-8, as they say themselves, or as judged.

Standard: WHATWG Encoding, whose labels say what pages mean by the names of encodings ("iso-8859-1"
is windows-1252).
"""

import codecs
import re

from charset_normalizer import from_bytes

from twosource.errors import Unsupported

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEANT = {
    **dict.fromkeys(
        ("ascii", "us-ascii", "latin1", "latin-1", "iso-8859-1", "iso8859-1"), "cp1252"
    ),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "shift_jis": "cp932",
}


def decode(data: bytes, said: str | None = None) -> str:
    """The characters of bytes that are to be a text; `said` is the encoding they are said to be in.

    Raises `Unsupported` where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if b"\0" in data:
        return _with_nuls(data)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _as_said(data, said) or _judged(data)


def in_utf8(data: bytes) -> bytes:
    """UTF-16 and UTF-32 as UTF-8, so that it can be told what they hold; others as they are."""
    wide = data.startswith(tuple(mark for mark, _ in _MARKS[1:])) or _wide(data)
    try:
        return decode(data).encode() if wide else data
    except (Unsupported, UnicodeEncodeError):
        return data


def said_of_itself(data: bytes) -> str | None:
    """The encoding that a web page says it is in."""
    found = _SAID.search(data[:_PROBE])
    return found[1].decode("ascii", "replace") if found else None


_SAID = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
_PROBE = 4096  # bytes looked at


def _marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise Unsupported(f"says it is {encoding} but is not: save it again as UTF-8") from problem


def _with_nuls(data: bytes) -> str:
    """Text with NULs: UTF-16 where every other byte is one, else UTF-8. Raises as `decode`."""
    start = data[:_PROBE]
    try:
        if (wide := _wide(data)) is not None:
            return data.decode(wide)
        if start.count(0) <= len(start) * _FEW or not start.strip(b"\0"):
            return data.decode()
    except UnicodeDecodeError:
        pass
    raise Unsupported("not text, nor any kind of file twosource reads")


def _wide(data: bytes) -> str | None:
    """The kind of UTF-16 that bytes look like, every other one of them NUL."""
    start = data[:_PROBE]
    second, first = start[1::2].count(0) * 2, start[0::2].count(0) * 2
    if min(first, second) < len(start) * _FEW < len(start) * _MANY < max(first, second):
        return "utf-16-le" if second > first else "utf-16-be"
    return None


_FEW, _MANY = 0.1, 0.5  # share of them


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bytes lost, as where a file was cut off: more characters are whole than not.

    What is lost becomes U+FFFD.
    """
    text = data.decode("utf-8", "replace")
    whole = len(text) - len(data.translate(None, _NOT_ASCII)) - text.count("\ufffd")
    return text if whole > text.count("\ufffd") else None


_NOT_ASCII = bytes(range(0x80, 0x100))


def _as_said(data: bytes, said: str | None) -> str | None:
    """The text by the encoding it is said to be in, if there is such a one and the bytes fit it."""
    name = (said or "").casefold()
    try:
        return data.decode(_MEANT.get(name, name)) if name else None
    except (UnicodeDecodeError, LookupError):
        return None


def _judged(data: bytes) -> str:
    """The text as it most likely is. Raises `Unsupported`.

    Windows-1252 where letters beyond English are rare: there is too little to tell by, and of the
    encodings that English comes in it is the usual one. Its quotation marks and dashes are no
    letters.
    """
    beyond = len(data.translate(None, _ASCII + _POINTS))
    if beyond <= len(data) * _RARE and (western := _as_said(data, "latin1")) is not None:
        return western
    best = from_bytes(data).best()
    if best is None:
        raise Unsupported("not text, nor any kind of file twosource reads")
    return data.decode(best.encoding)


_ASCII = bytes(range(0x80))
_POINTS = b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xab\xb0\xbb\xbd"
_RARE = 0.05  # share of the bytes; in French .04, in languages of other encodings .06 and more
