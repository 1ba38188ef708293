"""List every page of the site with its address on the sample desk, for rules that hold on each page."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from annotations.management.sample_desk import make_sample_desk
from annotations.models import Claim, Highlight, Link, Origin
from newsroom.actions.imports.batches import hand_in
from newsroom.actions.people.passwords import make_password_link
from newsroom.models import Article, ImportBatch, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import REGISTERED, address, one_of_each

SEEDS = Path(settings.BASE_DIR) / "seeds"
# Addresses that answer a GET with something other than a page: files, fragments, and the panel's own helpers.
NO_PAGES = {
    "healthz",
    "openapi_document",
    "link",
    "annotations_of_article",
    "annotations_of_story",
    "original",
    "export",
    "bundle",
    "matrix_file",
    "revision_text",
    "desk_claims",
    "desk_changes",
    "desk_panes",
    "desk_token",
    "claim_card",
    "links_list",
    "highlight",
}


def sample_desk() -> User:
    """Make the sample desk with something in every list and queue, and return its curator."""
    people = {role.value: make.user(role, role.value) for role in UserRole}
    story = make_sample_desk(SEEDS, people)
    assert story
    curator = people["curator"]
    one_of_each(curator)
    hand_in(
        [("report.md", b"# Rain\n\nRain fell.\n\nSEE ALSO: Snow"), ("empty.txt", b"")],
        by=curator,
        story=story,
    )
    article = Article.objects.get(title__startswith="Vladimir")
    text = article.current.text.replace(
        "Lavrov left the room again during his speech", "Lavrov went out again"
    )
    make.revision(article, text.replace("With Post Wires", ""), by=curator)
    return curator


def addresses() -> dict[str, str]:
    """Return the address of each page on the sample desk, by a name for the page."""
    story = Story.objects.get(slug="g20-bali-2022")
    article = Article.objects.get(title__startswith="Vladimir")
    passage = Highlight.objects.filter(article=article, links_out__isnull=False).first()
    link = Link.objects.filter(relation="contradicts").first()
    assert passage
    assert link
    repeated = Highlight.objects.filter(links_out__relation="repeats")[0]
    open_batch = ImportBatch.objects.get(state=ImportBatch.State.OPEN)
    read = ",".join(str(pk) for pk in story.articles.order_by("places__id").values_list("pk", flat=True)[:3])
    desk = reverse("desk", args=[story.slug])
    return {
        "stories": "/",
        "story_create": reverse("story_create"),
        "story": story.get_absolute_url(),
        "story, adding": f"{story.get_absolute_url()}?add=",
        "story_change": reverse("story_change", args=[story.slug]),
        "desk": f"{desk}?read={read}&h={passage.pk}",
        "desk, nothing chosen": desk,
        "claims_of_story": reverse("claims_of_story", args=[story.slug]),
        "claims_of_story, none": reverse("claims_of_story", args=[story.slug]) + "?verdict=false",
        "claim": Claim.objects.get(statement__startswith="Lavrov left the afternoon").get_absolute_url(),
        "claim, settled": Claim.objects.filter(status="settled").first().get_absolute_url(),
        "permalink": passage.get_absolute_url(),
        "link_new": f"{reverse('link_new')}?source={link.source_id}",
        "find": f"{reverse('find')}?h={passage.pk}&story={story.slug}",
        "highlight_copies": reverse("highlight_copies", args=[repeated.pk]),
        "link_new, both ends": f"{reverse('link_new')}?source={link.source_id}&target={link.target_id}",
        "matrix": reverse("matrix", args=[story.slug]),
        "timeline": reverse("timeline", args=[story.slug]),
        "contradictions": reverse("contradictions", args=[story.slug]),
        "review": reverse("review"),
        "review_of_story": reverse("review_of_story", args=[story.slug]),
        "document_form": reverse("document_form", args=[article.pk]),
        "export_list": reverse("export_list"),
        "codebook": reverse("codebook"),
        "import_annotations": reverse("import_annotations"),
        "origins": reverse("origins"),
        "origin": reverse("origin", args=[Origin.objects.get(name="AFP").pk]),
        "articles": reverse("articles"),
        "articles, searched": reverse("articles") + "?q=grain",
        "articles, none": reverse("articles") + "?q=zebra",
        "article": article.get_absolute_url(),
        "article_by_id": reverse("article_by_id", args=[article.pk]),
        "revision": reverse("revision", args=[article.pk, 1]),
        "article_correct": reverse("article_correct", args=[article.pk]),
        "article_diff": reverse("article_diff", args=[article.pk, 1, 2]),
        "import": reverse("import"),
        "import_batch": open_batch.get_absolute_url(),
        "own_account": reverse("own_account"),
        "password_link": reverse("password_link", args=[_secret()]),
        "api_page": reverse("api_page"),
        "activity": reverse("activity"),
        "activity, none": reverse("activity") + "?since=2999-01-01",
        "not there": "/stories/nothing-of-that-name/",
        "not understood": reverse("activity") + "?since=yesterday",
    }


def _secret() -> str:
    """Return the secret of a new password link."""
    people = User.objects.filter(role=UserRole.CURATOR)
    return make_password_link(people[0], by=people[0])


def panel_addresses() -> dict[str, str]:
    """Return the address of each kind of page of the curator's panel, for every
    model, by a name for the page.
    """
    pages = {"admin:index": reverse("admin:index"), "admin:password_change": reverse("admin:password_change")}
    for model in REGISTERED:
        name = model._meta.model_name
        row = model.objects.order_by("pk").last()
        pages |= {f"{name} list": address(model), f"{name} row": address(model, "change", row.pk)}
    return pages | {
        "history": address(Story, "history", Story.objects.first().pk),
        "adding": address(Story, "add"),
        "password link": address(User, "link", User.objects.first().pk),
        "parting": address(Article, "part", Article.objects.get(title__startswith="Vladimir").pk),
    }


def names() -> Iterator[str]:
    """Yield the name of every address outside the panel and the API."""

    def walk(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                yield str(pattern.name)
            elif pattern.app_name not in {"admin", "ninja"}:
                yield from walk(pattern.url_patterns)

    return walk(get_resolver().url_patterns)
