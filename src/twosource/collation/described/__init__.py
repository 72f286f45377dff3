"""Descriptions that one article leaves nameless and another names: "the captain" of a ferry.

Within an article the reading knows who "the captain" is, if that article says so. Here the pile is
asked: where all its articles call only one name captain, and this one brings in no captain of its
own ("a captain"), that name is meant. Where two are called so, nobody can tell, and the description
stays itself; so does a trade ("the foreman", not "the captain") in an article that nowhere names
the one whom others call so: anybody can have it. Where others quote the same words from one whom
they call so ("the foreman", Piet Varga), both reasons together are enough.
"The city" is that of the dateline, "a Mr Olm" the only Olm of the pile or the only one whom the
article does not name; a "he" whom nobody can follow is whoever others quote with the same words.
So is a surname that two of the pile share, whichever of them the article names behind it.
"""

from twosource.collation.described.naming import name_the_described

__all__ = ["name_the_described"]
