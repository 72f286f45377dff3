from itertools import islice

import pytest

from benchmarks import variations
from benchmarks.collating import parts_of, readings, rounds
from benchmarks.growth import expected, exponent, measured
from benchmarks.variations import WORD, Cipher, Common, Story, pile
from benchmarks.walk import STAGES, Walk

FERRY = Story(
    "ferry",
    {
        "01": "Nine people were aboard the Ulla, said Arnesen.",
        "02": "Nine people were aboard the Ulla.",
    },
)
BRIDGE = Story("bridge", {"01": "Nine people crossed the bridge at Brenn, said Holm."})


def test_a_pile_has_the_size_asked_for_and_is_the_same_each_time() -> None:
    first = list(pile([FERRY, BRIDGE], 7))
    assert len({name for name, _ in first}) == 7
    assert first == list(pile([FERRY, BRIDGE], 7))


def test_a_family_keeps_what_its_articles_share() -> None:
    (_, wire), (_, copy) = pile([FERRY], 2)
    assert wire.startswith(copy.removesuffix("."))


def test_two_families_of_a_story_share_little_but_its_commonest_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(variations, "MOST_COMMON", 3)
    told = dict(pile([FERRY, BRIDGE], 5))
    one, other = told["00000-02.txt"], told["00002-02.txt"]
    assert one != other
    common = Common([FERRY, BRIDGE])
    shared = {w.lower() for w in WORD.findall(one)} & {w.lower() for w in WORD.findall(other)}
    assert common.most & set(WORD.findall("nine people were aboard the ulla")) <= shared
    assert shared <= common.most | set(common.others)


def test_a_word_keeps_its_capitals_and_its_ending() -> None:
    retold = Cipher(1, Common([])).retell("Burning BURNING burning")
    assert retold[0].isupper()
    assert [word.lower()[-3:] for word in retold.split()] == ["ing"] * 3
    assert len({word.lower() for word in retold.split()}) == 1


@pytest.mark.parametrize("text", ["8 October 2024", "10:52", "17 31"])
def test_a_date_or_a_time_of_day_stays_one(text: str) -> None:
    retold = Cipher(1, Common([])).retell(text)
    assert WORD.sub("", retold) == WORD.sub("", text)


@pytest.mark.parametrize("power", [1.0, 1.5, 2.0])
def test_the_exponent_of_a_pure_power_is_that_power(power: float) -> None:
    points = [(size, 0.01 * size**power) for size in (100.0, 1_000.0, 10_000.0)]
    assert exponent(points) == pytest.approx(power)


def test_a_size_is_judged_by_the_two_before_it() -> None:
    done = [Walk(100, {"read": 1.0}, 50.0), Walk(1_000, {"read": 100.0}, 60.0)]
    assert expected(done, 10_000) == pytest.approx(10_000.0)
    assert expected(done[:1], 10_000) == 0.0


def test_a_walk_takes_every_article_down_every_stage() -> None:
    walked = measured([FERRY], 2)
    assert walked.articles == 2
    assert tuple(walked.seconds) == STAGES
    assert walked.peak_mib > 0


def test_each_round_of_a_story_gives_its_people_other_names_and_nothing_else() -> None:
    first, _, again, _ = islice(rounds(FERRY), 4)
    assert first == FERRY.articles["01"]
    assert again.startswith("Nine people were aboard the U")
    assert again != first


def test_the_parts_of_a_collation_are_timed_by_their_names() -> None:
    parts = parts_of(readings(FERRY.articles.values()))
    assert {"find_identities", "find_passages", "build_timeline"} <= parts.keys()
