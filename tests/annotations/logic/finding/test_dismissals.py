"""Test when two pairs of passages are the same pair."""

from annotations.logic.finding.dismissals import PassageKey, hash_of_pair, is_same_pair

ONE, OTHER = PassageKey(1, "He left the room."), PassageKey(2, "He walked out.")


def test_a_pair_is_the_same_in_either_order_and_however_it_is_printed():
    assert hash_of_pair(ONE, OTHER) == hash_of_pair(
        PassageKey(2, "he walked  out"), PassageKey(1, "“He left the room”")
    )


def test_other_words_or_articles_are_another_pair():
    others = [(PassageKey(1, "He left the house."), OTHER), (PassageKey(3, ONE.quote), OTHER)]
    assert hash_of_pair(ONE, OTHER) not in {hash_of_pair(*pair) for pair in others}


def test_a_longer_selection_of_the_same_passage_is_the_same():
    assert is_same_pair((PassageKey(1, "Yes. He left the room. So what?"), OTHER), (OTHER, ONE))


def test_part_of_a_word_is_not_part_of_a_passage():
    assert not is_same_pair((PassageKey(1, "left the roo"), OTHER), (ONE, OTHER))
