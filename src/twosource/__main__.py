"""`twosource` and `python -m twosource`: Ctrl-C has its answer before anything large is there."""

import os


def main() -> None:
    """Run the program, which Ctrl-C ends with one line and exit code 130."""
    try:
        answer_ctrl_c()
    except KeyboardInterrupt:
        end()
    from twosource.cli import main as run  # noqa: PLC0415 - takes a quarter of a second

    run()


def answer_ctrl_c() -> None:
    """Have Ctrl-C end the program, unless whoever started it wants it to be ignored.

    An exception instead would come up wherever Python happens to be: in the middle of an import,
    or where nobody can catch it.
    """
    import signal  # noqa: PLC0415 - brings several modules, between which Ctrl-C may come

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, end)


def end(*_: object) -> None:
    """Say that the program was interrupted, and end it at once."""
    wiped = b"\r\x1b[K" if os.isatty(2) else b""  # the line of progress
    try:
        os.write(2, wiped + b"twosource: interrupted\n")
    finally:
        os._exit(130)


if __name__ == "__main__":
    main()
