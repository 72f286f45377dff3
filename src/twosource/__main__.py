"""`python -m twosource` is `twosource`."""

from twosource.cli import main

main()
