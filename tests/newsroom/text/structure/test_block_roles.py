import pytest

from newsroom.text.model import Mark, MarkKind, Piece, Role
from newsroom.text.structure.block_roles import assign_roles
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


@pytest.mark.parametrize(("number", "role"), [(6, Role.SEE_ALSO), (7, Role.BODY)])
def test_a_label_announces_at_most_six_headlines(number: int, role: Role) -> None:
    headlines = [f"Another Headline Of A Story {index}" for index in range(number)]
    assert roles("A headline", BODY, BODY, "Related:", *headlines, BODY)[3 + number] is role


@pytest.mark.parametrize(("length", "role"), [(160, Role.SEE_ALSO), (161, Role.BODY)])
def test_an_announced_headline_has_at_most_160_characters(length: int, role: Role) -> None:
    assert roles("A headline", BODY, BODY, "Related:", "H" * length, BODY)[4] is role


@pytest.mark.parametrize(
    ("label", "role"), [("You may like", Role.SEE_ALSO), ("You might be interested in", Role.BODY)]
)
def test_a_label_without_a_colon_that_announces_headlines_has_at_most_three_words(
    label: str, role: Role
) -> None:
    assert roles("A headline", BODY, BODY, label, "Another Headline", BODY)[4] is role


@pytest.mark.parametrize(("beside", "role"), [("..", Role.CAPTION), ("...", Role.BODY)])
def test_beside_a_picture_stand_at_most_two_characters(beside: str, role: Role) -> None:
    picture = Piece(f"The summit{beside}", marks=(Mark(0, 10, MarkKind.IMAGE, "https://x.org/i.png"),))
    assert assign_roles([Piece(BODY), picture, Piece(BODY), Piece(BODY)])[1].role is role


@pytest.mark.parametrize(("paragraphs", "role"), [(1, Role.BYLINE), (2, Role.BODY)])
def test_a_byline_stands_before_the_third_paragraph_or_at_the_end(paragraphs: int, role: Role) -> None:
    texts = ["A headline", *[BODY] * paragraphs, "By Jane Doe", BODY, BODY, BODY]
    assert roles(*texts)[1 + paragraphs] is role
    assert roles("A headline", BODY, BODY, BODY, "By Jane Doe", BODY)[4] is Role.BYLINE
    assert roles("A headline", BODY, BODY, BODY, "By Jane Doe", BODY, BODY)[4] is Role.BODY


@pytest.mark.parametrize(("position", "role"), [(4, Role.CREDIT), (3, Role.BODY)])
def test_a_credit_is_one_of_the_last_four_pieces(position: int, role: Role) -> None:
    texts = ["A headline", *[BODY] * 7]
    texts[position] = "With reporting by AP"
    assert roles(*texts)[position] is role


@pytest.mark.parametrize(("length", "role"), [(300, Role.CREDIT), (301, Role.BODY)])
def test_a_credit_has_at_most_300_characters(length: int, role: Role) -> None:
    credit = "Reporting by "
    assert roles("A headline", BODY, BODY, credit + "x" * (length - len(credit)))[3] is role


@pytest.mark.parametrize(("position", "role"), [(7, Role.BOILERPLATE), (8, Role.BODY)])
def test_a_language_switcher_stands_among_the_first_or_last_eight_pieces(position: int, role: Role) -> None:
    texts = [BODY] * 20
    texts[position] = "ua en ru"
    assert roles(*texts)[position] is role
    assert roles(*reversed(texts))[19 - position] is role
