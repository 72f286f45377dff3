"""How many independent origins stand behind a claim: at least, at most, and why.

Articles that carry a claim are joined by links, each with its reason:

* **text**: the passage that carries the claim stands in both, be it in other words; or one has so
  much of its text from the other that it will have this claim from there too. A passage that is
  less than `SURE` to be one, and a share of less than `MOST`, bind only the lower count.
* **credit**: both come from, credit or name the same outlet or agency.
* **speaker**: both only report what the same named person or body said, or give the same quoted
  words: one mouth, however many ears. A speaker who is only described ("a senior official"), and a
  body beside somebody who speaks for it ("the ministry", "the ministry's spokeswoman"), bind only
  the lower count.
* **number**: two give numbers that cannot both hold, and neither stands behind the other's. It
  binds the lower count.
* **wording**: two that no link joins tell it in words of which few are the same, and may not mean
  one thing. It binds the lower count.
* **untold**: what an article says in nobody's words may come from any other article, and so may
  what "an official" or "sources" say. That no link is seen proves nothing: it binds the lower
  count. "A doctor" is somebody.

*At least* counts what remains apart when every link holds, *at most* when only the certain ones do.
"""

from twosource.collation.origins.counting import count_origins
from twosource.collation.origins.survey import Survey, take_survey

__all__ = ["Survey", "count_origins", "take_survey"]
