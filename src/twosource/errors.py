"""The error tree. Every error carries one line for the reader: what, where, what to do.

    TwosourceError
    ├── UsageError         the command or call was wrong
    └── IntakeError        something brought in could not be made into an article
        ├── Unreadable     missing, no permission, not a regular file
        ├── Unsupported    a kind of input there is no reader for
        ├── NoText         read, but no article text was found in it
        └── TooMuch        a limit on bytes, depth or time was reached

A problem of one article is caught by `ingest` and becomes a `SetAside`: the other articles go on.
"""


class TwosourceError(Exception):
    """Root of the tree: catch this to catch everything twosource raises on purpose."""


class UsageError(TwosourceError):
    """The command or call was wrong."""


class IntakeError(TwosourceError):
    """Something brought in could not be made into an article."""


class Unreadable(IntakeError):
    """Missing, without permission, or not a regular file."""


class Unsupported(IntakeError):
    """A kind of input there is no reader for."""


class NoText(IntakeError):
    """Read, but no article text was found in it."""


class TooMuch(IntakeError):
    """A limit on bytes, depth or time was reached."""
