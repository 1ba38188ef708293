"""Let programs highlight passages, and say what they are."""

from uuid import UUID, uuid4

from django.db import transaction
from django.http import HttpResponse

from annotations.actions import comments
from annotations.actions.passages import highlights, tellers
from annotations.actions.passages.drawing import PassageLocation, mark_passage
from annotations.actions.passages.projecting import project_highlight
from annotations.api import bodies
from annotations.api.answers import ApiRequest, record_response, row_as_seen, row_or_404
from annotations.api.operations import acts
from annotations.logic.marking.quotes import places_of_quote
from annotations.models import Comment, Highlight, Tag
from newsroom.errors import Invalid, Missing
from newsroom.models import Article
from newsroom.text.model import Span

TAG = "Highlights"
_KIND = "annotations"


@acts(TAG, "/annotations")
def highlight_a_passage(request: ApiRequest, sent: bodies.NewHighlightBody) -> HttpResponse:
    """Highlight words in the newest revision of an article.

    If you have highlighted the same words already, the answer is that highlight (200), with `tags` added and
    its note unchanged. Words that stand several times are refused unless `prefix`, `suffix` or `start` says
    which are meant.
    """
    article = Article.objects.select_related("current").filter(pk=sent.article).first()
    if article is None or article.current is None:
        raise Missing(f"There is no article {sent.article}.")
    span = _place(article.current.text, sent)
    place = PassageLocation(article.current, span.start, span.end, sent.exact)
    with transaction.atomic():
        highlight, is_new = mark_passage(
            place, pk=uuid4(), by=request.user, beside_others=sent.beside_others
        )
        for path in sent.tags:
            highlights.tag_by_path(highlight, path, by=request.user)
        if sent.note and is_new:
            highlight.refresh_from_db()
            highlights.describe_highlight(
                highlight,
                note=sent.note,
                attribution=highlight.attribution,
                guessed=highlight.attribution_guessed,
                version=highlight.version,
                by=request.user,
            )
    return record_response(request, _KIND, highlight.pk, 201 if is_new else 200)


@acts(TAG, "/annotations/{pk}/description", if_match=True)
def describe_a_passage(request: ApiRequest, pk: UUID, sent: bodies.DescriptionBody) -> HttpResponse:
    """Replace the note of a highlight, or the name of the speaker of its words. What is not sent stays."""
    highlight = row_as_seen(request, _KIND, Highlight, pk, "article")
    highlights.describe_highlight(
        highlight,
        note=sent.given("note", highlight.note),
        attribution=sent.given("attribution", highlight.attribution),
        # A guess that the program does not confirm stays a guess.
        guessed=highlight.attribution_guessed and "attribution" not in sent.model_fields_set,
        version=highlight.version,
        by=request.user,
    )
    return record_response(request, _KIND, pk)


@acts(TAG, "/annotations/{pk}/teller", if_match=True)
def name_the_teller(request: ApiRequest, pk: UUID, sent: bodies.TellerBody) -> HttpResponse:
    """Say which outlet or agency reports the passage, if that is not the article's own outlet."""
    highlight = row_as_seen(request, _KIND, Highlight, pk, "article")
    tellers.name_teller(highlight, sent.teller, version=highlight.version, by=request.user)
    return record_response(request, _KIND, pk)


@acts(TAG, "/annotations/{pk}/edges", if_match=True)
def move_a_highlight(request: ApiRequest, pk: UUID, sent: bodies.EdgesBody) -> HttpResponse:
    highlight = row_as_seen(request, _KIND, Highlight, pk, "article")
    highlights.move_edges(
        highlight,
        sent.start,
        sent.end,
        sent.exact,
        version=highlight.version,
        by=request.user,
    )
    return record_response(request, _KIND, pk)


@acts(TAG, "/annotations/{pk}/tags")
def tag_a_highlight(request: ApiRequest, pk: UUID, sent: bodies.TagNameBody) -> HttpResponse:
    """Add a tag to a highlight. If the codebook lacks the tag, the tag is made."""
    highlights.tag_by_path(_highlight(pk), sent.tag, by=request.user)
    return record_response(request, _KIND, pk)


@acts(TAG, "/annotations/{pk}/untag")
def take_a_tag_off(request: ApiRequest, pk: UUID, sent: bodies.TagNameBody) -> HttpResponse:
    highlight = _highlight(pk)
    tag = Tag.objects.filter(path__iexact=sent.tag).first()
    if tag is None:
        raise Missing(f"There is no tag “{sent.tag}”.")
    highlights.untag_highlight(highlight, tag, by=request.user)
    return record_response(request, _KIND, pk)


@acts(TAG, "/annotations/{pk}/withdraw")
def withdraw_a_highlight(request: ApiRequest, pk: UUID) -> HttpResponse:
    highlights.withdraw_highlight(_highlight(pk), by=request.user)
    return record_response(request, _KIND, pk)


@acts(TAG, "/annotations/{pk}/restore")
def restore_a_highlight(request: ApiRequest, pk: UUID) -> HttpResponse:
    highlights.restore_highlight(_highlight(pk), by=request.user)
    return record_response(request, _KIND, pk)


@acts(TAG, "/annotations/{pk}/comments")
def comment_on_a_highlight(request: ApiRequest, pk: UUID, sent: bodies.RemarkBody) -> HttpResponse:
    comment = comments.comment_on(_highlight(pk), sent.body, by=request.user)
    return record_response(request, "comments", comment.pk, 201)


@acts(TAG, "/comments/{pk}/withdraw")
def withdraw_a_comment(request: ApiRequest, pk: bodies.PathId) -> HttpResponse:
    comments.withdraw_comment(
        row_or_404(Comment, pk, "highlight__article", "claim"), by=request.user
    )
    return record_response(request, "comments", pk)


@acts(TAG, "/annotations/{pk}/copies")
def mark_a_copy(request: ApiRequest, pk: UUID, sent: bodies.CopyBody) -> HttpResponse:
    """Mark the words of a highlight in a copy of its text. The new highlight is a projection, which is not
    counted as evidence.
    """
    article = row_or_404(Article, sent.article, "current")
    projection = project_highlight(_highlight(pk), article, by=request.user)
    return record_response(request, _KIND, projection.pk, 201)


def _highlight(pk: UUID) -> Highlight:
    return row_or_404(Highlight, pk, "article", "anchor")


def _place(text: str, sent: bodies.NewHighlightBody) -> Span:
    """Return the only place at which the text has the words that were sent. Raises `Invalid` if there is
    none, or several.
    """
    places = places_of_quote(text, sent.exact, sent.prefix, sent.suffix)
    if sent.start is not None:
        places = [place for place in places if place.start == sent.start]
    if not places:
        raise Invalid(
            "The newest revision of the article does not say this there, letter by letter."
        )
    if len(places) > 1:
        raise Invalid(
            f"These words stand {len(places)} times in the article. Send prefix, suffix or start as well."
        )
    return places[0]
