"""Test that WebAnno TSV 3 is read, whose offsets count UTF-16 units."""

import pytest

from annotations.logic.interchange.webanno import read_webanno
from newsroom.errors import Invalid

FILE = """#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value


#Text=😊 Ana Berg left .
1-1\t0-2\t😊\t_\t_\t
1-2\t3-6\tAna\t*[1]\tPERSON[1]\t
1-3\t7-11\tBerg\t*[1]\tPERSON[1]\t
1-4\t12-16\tleft\t_\t_\t
1-5\t17-18\t.\t_\t_\t

#Text=Bali \\[island\\] .
2-1\t19-23\tBali\t*\tLOC|GEO[2]\t
2-2\t24-32\t[island]\t*[3]\t*[3]\t
2-3\t33-34\t.\t_\t_\t
"""


def test_spans_over_several_tokens_are_one_passage() -> None:
    read = read_webanno(FILE, "berg")
    assert [(each.exact, each.tags) for each in read.annotations] == [
        ("Ana Berg", ("PERSON",)),
        ("Bali", ("LOC",)),
        ("Bali", ("GEO",)),
        ("[island]", ("NamedEntity",)),
    ]
    assert read.annotations[0].foreign_id == "berg/NamedEntity/1"
    assert read.annotations[0].start == 2


def test_layers_of_relations_are_told() -> None:
    lines = "#FORMAT=WebAnno TSV 3.3\n#T_RL=dep.Dependency|DependencyType|BT_pos.POS\n"
    assert read_webanno(lines).unread == (
        "The layer Dependency holds relations or chains, which are not read.",
    )


@pytest.mark.parametrize(("text", "said"), [("#FORMAT=CoNLL\n", "Line 1"), (f"{FILE}nonsense\n", "Line 16")])
def test_what_is_no_such_file_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        read_webanno(text)


def test_a_span_outside_the_text_is_told() -> None:
    read = read_webanno(FILE.replace("33-34\t.\t_\t_", "33-99\t.\t*\tX"))
    assert len(read.annotations) == 4
    assert len(read.unread) == 1
