"""Test that each annotation of another tool has an id that no other annotation has."""

from annotations.logic.arrivals.identities import (
    LONGEST_ID,
    annotation_ids,
    ids_by_name,
    link_id,
    stored_id,
)
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignDocument,
    ForeignLink,
)

RAIN, SNOW = ForeignDocument(title="Rain"), ForeignDocument(title="Snow")
UUID = "3f2a9c1e-1111-4222-8333-444455556666"


def annotation(foreign_id: str, exact: str = "fell", document: ForeignDocument = RAIN) -> ForeignAnnotation:
    return ForeignAnnotation(foreign_id, document, exact)


def ids(*annotations: ForeignAnnotation, tool: str = "taguette") -> list[str]:
    return annotation_ids(ForeignAnnotations(tool, annotations))


def test_an_id_of_a_project_is_another_one_in_each_document() -> None:
    (rain,) = ids(annotation("1"))
    (snow,) = ids(annotation("1", document=SNOW))
    assert rain != snow
    assert [rain] == ids(annotation("1", "other words"))


def test_of_documents_of_one_name_the_text_tells() -> None:
    texts = [ForeignDocument(name="1", text=text) for text in ("Rain fell.", "Snow fell.", "Rain fell.\n")]
    one, two, three = (ids(annotation("1", document=document))[0] for document in texts)
    assert one != two
    assert one == three


def test_a_database_and_a_table_of_taguette_have_the_same_ids() -> None:
    stored = ForeignDocument(title="Interview", name="interview.docx")
    assert ids(annotation("1", document=stored)) == ids(
        annotation("1", document=ForeignDocument(name="Interview"))
    )


def test_an_id_that_is_unique_in_the_world_stays_as_it_is() -> None:
    assert ids(annotation("k3"), tool="hypothesis") == ["k3"]
    for name in ("https://a.example/1", "urn:x:1", UUID, f"#{UUID}"):
        assert ids(annotation(name), tool="web-annotation") == [name]
    assert ids(annotation("#1"), tool="web-annotation") != ["#1"]


def test_one_id_for_other_words_is_numbered_and_a_repetition_is_the_same() -> None:
    first, second, third = ids(annotation(UUID), annotation(UUID, "other"), annotation(UUID))
    assert (first, second, third) == (UUID, f"{UUID}#2", UUID)


def test_without_an_id_the_marked_words_make_one_that_stays() -> None:
    nameless = [annotation(""), annotation(""), annotation("", "other"), annotation("", document=SNOW)]
    assert len(set(ids(*nameless))) == 4
    assert ids(*nameless) == ids(*nameless)
    assert all(ids(*nameless))


def test_a_long_id_is_not_cut_but_hashed() -> None:
    long = "https://a.example/" + "a" * LONGEST_ID
    one, two = ids(annotation(f"{long}1"), annotation(f"{long}2"))
    assert one != two
    assert len(one) <= LONGEST_ID
    assert stored_id("a" * LONGEST_ID) == "a" * LONGEST_ID
    assert stored_id("a" * (LONGEST_ID + 1)) != "a" * LONGEST_ID


def test_links_find_their_ends_unless_these_are_not_clear() -> None:
    annotations = (annotation("1"), annotation("2"), annotation("2", "other"), annotation(""))
    assert ids_by_name(annotations, ["a", "b", "b#2", "c"]) == {"1": "a"}


def test_a_link_without_an_id_or_with_one_of_its_project_is_known_by_its_ends() -> None:
    assert link_id(ForeignLink("r1", "1", "2"), "hypothesis", "a", "b") == "r1"
    assert link_id(ForeignLink("r1", "1", "2"), "brat", "a", "b") == "r1 of a and b"
    assert link_id(ForeignLink("", "1", "2", "repeats"), "hypothesis", "a", "b") == "repeats of a and b"
