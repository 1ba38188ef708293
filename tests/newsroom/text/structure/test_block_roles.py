import pytest

from newsroom.text.model import Mark, MarkKind, Piece, Role
from newsroom.text.structure.block_roles import assign_roles
from newsroom.text.structure.byline_lines import credited_to
from newsroom.text.structure.captions import is_caption

BODY = (
    "The minister left the meeting before the others had spoken, "
    "according to two people who were in the room on Friday."
)


def roles(*texts: str) -> list[Role]:
    return [piece.role for piece in assign_roles([Piece(text) for text in texts])]


@pytest.mark.parametrize(
    "caption",
    [
        "The minister waves. POOL/AFP via Getty Images",
        "The minister waves. dpa/picture alliance via Getty I",
        "The minister waves. REUTERS",
        "The minister waves. REUTERS/Jane Doe",
        "The minister waves. EPA/JANE DOE / POOL / TASS",
        "Minister at summit Photo: The minister (Getty Images)",
        "The minister waves (AP Photo/Jane Doe, File)",
        "The minister waves. [Jane Doe/Reuters]",
        "Photo: Jane Doe/AFP",
        "The minister waves. Photograph: Jane Doe/The Guardian",
        "Photo credit: Jane Doe",
        "© Jane Doe, Reuters",
        "FILE PHOTO: The minister waves in Bali",
    ],
)
def test_a_picture_credit_makes_a_caption(caption: str) -> None:
    assert is_caption(caption)
    assert roles(BODY, BODY, caption, BODY, BODY, BODY, BODY, BODY, BODY)[2] is Role.CAPTION


@pytest.mark.parametrize("agency", ["(Reuters)", "(dpa)", "– AFP"])
def test_an_agency_signs_the_last_paragraph_and_credits_pictures_elsewhere(agency: str) -> None:
    signed = f"{BODY} {agency}"
    assert roles(BODY, BODY, BODY, signed)[3] is Role.BODY
    assert roles(BODY, BODY, BODY, signed, "With Post Wires")[3] is Role.BODY
    assert roles(BODY, BODY, signed, BODY)[2] is Role.CAPTION
    assert roles(BODY, BODY, BODY, agency)[3] is Role.CREDIT


@pytest.mark.parametrize(
    "text",
    [
        "“We left early,” he told Reuters.",
        "He spoke to reporters from AFP and Reuters",
        "The agency (Reuters) reported it.",
        (
            "He said the photo: a fake, in his words, had been spread by state television for weeks without any "
            "check"
        ),
        "The European Union (EU) met.",
        "",
    ],
)
def test_naming_an_agency_makes_no_caption(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By AFP", "AFP"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("BY JANE DOE, Reuters", "JANE DOE, Reuters"),
        ("Von Jana van der Muster", "Jana van der Muster"),
        ("Author: jane", "jane"),
        ("Reuters", "Reuters"),
        ("By Friday all had left", ""),
        ("By the numbers", ""),
        ("By and large", ""),
        ("Bystanders Saw Him", ""),
        ("By Leaving Early The Minister Angered Many Of Them.", ""),
        ("A headline", ""),
    ],
)
def test_a_byline_names_people_or_agencies(line: str, who: str) -> None:
    assert credited_to(line) == who


@pytest.mark.parametrize(
    "credit",
    [
        "With Post Wires",
        "With reporting by AP and Reuters",
        "Reporting by Jane Doe; Editing by John Roe",
        "With AFP".replace("With", "Avec"),
        "The Associated Press contributed to this report.",
        "Based on reporting by AP, Reuters, and TASS",
        "AFP",
        "AP, Reuters",
        "This article was originally published by The Conversation.",
        "Mit Material von dpa",
        "(Reuters)",
    ],
)
def test_a_line_at_the_end_that_names_the_reporting_is_a_credit(credit: str) -> None:
    assert roles("A headline", BODY, BODY, BODY, BODY, BODY, BODY, credit)[-1] is Role.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Sign up for our newsletter",
        "Share this article",
        "Share on Facebook Twitter",
        "Facebook Twitter WhatsApp Email",
        "Follow us on Telegram",
        "Read more: Another story",
        "Get the latest news in your inbox",
        "© 2022 AFP. All rights reserved.",
        "Remind me later.",
        "Subscribe",
        "3 min read",
        "Story continues below",
        "EN | UA | RU",
        "Tags: G20, Bali",
    ],
)
def test_what_a_page_says_about_itself_is_boilerplate(line: str) -> None:
    assert roles("A headline", BODY, BODY, line, BODY)[3] is Role.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "It is so",
        "Shared values matter",
        "Subscribers fell by a third, the firm said.",
        "Read my lips",
        "The ad was pulled",
        "Subscribe to nothing, the mayor told residents.",
        "“Follow us on every channel,” the party’s youth wing wrote.",
    ],
)
def test_news_is_no_boilerplate(line: str) -> None:
    assert roles("A headline", BODY, BODY, line, BODY)[3] is Role.BODY


@pytest.mark.parametrize(
    "line",
    [
        "SEE ALSO: A story",
        "Related: A story",
        "READ ALSO A Story",
        "Читайте также: история",
        "Lire aussi : histoire",
    ],
)
def test_a_pointer_to_another_story_is_see_also(line: str) -> None:
    assert roles("A headline", BODY, BODY, line, BODY)[3] is Role.SEE_ALSO


def test_headlines_under_a_label_go_with_it() -> None:
    assert roles("A headline", BODY, "Related stories", "Another Headline", "A third", BODY)[2:] == [
        Role.SEE_ALSO
    ] * 3 + [Role.BODY]


def test_watching_is_no_pointer() -> None:
    assert (
        roles(
            "A headline",
            BODY,
            "Watch officials said the tide was rising on Friday, as they had feared for days.",
            BODY,
        )[2]
        is Role.BODY
    )


def test_an_appeal_within_an_article_ends_where_it_stops_asking() -> None:
    found = roles("A headline", BODY, "Support independent journalism", "Please donate today.", BODY, BODY)
    assert (
        found[2:] == [Role.BOILERPLATE, Role.BODY, Role.BODY, Role.BODY]
        or found[2:4] == [Role.BOILERPLATE] * 2
    )
    assert found[4:] == [Role.BODY] * 2


def test_an_appeal_ends_with_its_closing_line() -> None:
    found = roles(BODY, "A message from X:", "Your support matters.", "Remind me later.", BODY)
    assert found == [Role.BODY] + [Role.BOILERPLATE] * 3 + [Role.BODY]


def test_a_message_that_asks_for_nothing_is_no_appeal() -> None:
    assert roles("A headline", BODY, "A message from the king:", BODY)[2] is Role.BODY


def test_the_head_of_an_article_is_told_apart() -> None:
    assert roles(
        "World", "A minister leaves the summit early", "By Jane Doe", "July 9, 2022", BODY, BODY
    ) == [
        Role.KICKER,
        Role.TITLE,
        Role.BYLINE,
        Role.DATELINE,
        Role.BODY,
        Role.BODY,
    ]


def test_running_text_alone_has_no_title() -> None:
    assert set(roles(BODY, BODY)) == {Role.BODY}


def test_a_heading_of_the_first_level_is_the_title_and_what_precedes_it_a_kicker() -> None:
    heading = Piece("Title.", marks=(Mark(0, 6, MarkKind.HEADING, "1"),))
    assert [piece.role for piece in assign_roles([Piece("World news"), heading, Piece(BODY)])] == [
        Role.KICKER,
        Role.TITLE,
        Role.BODY,
    ]


def test_a_picture_by_itself_is_a_caption() -> None:
    picture = Piece("The summit", marks=(Mark(0, 10, MarkKind.IMAGE, "https://x.org/i.png"),))
    assert assign_roles([Piece(BODY), picture])[1].role is Role.CAPTION


def test_a_role_already_given_stays() -> None:
    given = [Piece("A title", Role.TITLE), Piece("Advertisement", Role.CAPTION), Piece(BODY)]
    assert [piece.role for piece in assign_roles(given)] == [Role.TITLE, Role.CAPTION, Role.BODY]
