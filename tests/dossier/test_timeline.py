from dataclasses import replace

from tests.builders import ferry_story
from twosource import publish


def test_a_town_that_takes_part_where_it_lies_is_named_once() -> None:
    story = ferry_story()
    (event,) = story.timeline
    twice = replace(event, participants=("Ulla", "Brenn"), places=("Brenn",))
    (dated,) = publish(replace(story, timeline=(twice,))).timeline.shown
    assert dated.happenings[0].names == "Ulla, Brenn"
