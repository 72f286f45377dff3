"""Phrases: the pieces of which the grammar of reporting is made, as patterns over word classes.

Each pattern matches `Frame.classes`, one letter a word (the letters are listed in `words`).
"""

_BRACKET = r"(?:\([^()]{1,9}\))?"

# The core of a noun phrase: "the regime's newly elected speaker"; never a date alone.
CORE = (
    r"(?:(?!Z[^Z])D{0,3}(?:[LX](?=[NPKYVpM]))*"
    r"(?:[NPpMZ]|(?<=[DpLM])[KYGV](?=[NPpKM]))++(?<=[NPpMZ])|D(?![NPpMLKGY]))"
)
# With what hangs on it: "of the port", "in Ruhl", "and his deputy", "(XPA)".
PHRASE = rf"{CORE}{_BRACKET}(?:(?:Y?[IOE]|C)(?:{CORE}|(?<=O)J){_BRACKET})*+"
SUBJECT = rf"(?:[RJ](?![RJ])|{PHRASE})"

# Auxiliaries before a verb, negations, adverbs and days among them: "has also", "declined to", "on
# Friday"; also with something put in between: "did not, as reported, say".
AUXILIARIES = (
    r"(?:[AXL]|ID?M?Z+M?|[KVY](?:,I[^,;:AVKGYQ]{1,8},|L?)E|(?<=A)L?E"
    r"|(?<=[AX]),(?:B[VKY]|[^,;:AVKGYQ]{1,8}),)*"
)

# "Monday morning", "5 May". None begins inside another: a line of days is read in one way only.
_DAYS = r"D?(?:(?<!Z)M)?(?<!Z)Z+M?"
_PIECES = 9  # at most; longer ones are lists, and each piece doubles the ways to read the rest

# What may stand before a subject: "On Thursday", "In a statement", "Later".
LEAD = rf"(?:[CBL]|I?{_DAYS},?|[IE](?:[RJ]|{CORE}(?:[OIE]{CORE})?),?){{0,{_PIECES}}}?"

# What may stand between a cue and its words: "on Friday", "in a statement", "at noon".
ASIDE = rf"(?:L|{_DAYS}|[IOE](?:{CORE}|J)|[KY]I{CORE}|,?I[ZMD]+,?){{0,{_PIECES}}}?"

FINITE = r"[AVK]"
