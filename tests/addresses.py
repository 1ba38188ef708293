"""List every address of the site, who may GET and POST there, and what people send.

A row holds an address and the lowest roles that may GET and POST there: `everyone`, or `-` if nobody may.
Names in braces stand for rows of `World`.
"""

from typing import Any

from tests.make import PASSWORD

SITE = """
/                                                      reader    -
/sign-in/                                              everyone  everyone
/sign-out/                                             -         everyone
/account/                                              reader    -
/account/password/                                     -         reader
/account/sessions/end/                                 -         reader
/account/sessions/end-others/                          -         reader
/account/tokens/                                       -         reader
/account/tokens/{token}/revoke/                        -         curator
/api/                                                  reader    -
/api/openapi.json                                      reader    -
/password/{secret}/                                    everyone  everyone
/healthz                                               everyone  -
/activity/                                             reader    -
/articles/                                             reader    -
/articles/{article}/                                   reader    -
/articles/{article}-{article_slug}/                    reader    -
/articles/{revised}/diff/1..2/                         reader    -
/articles/{article}/revise/                            -         reporter
/articles/{article}/correct/                           reporter  reporter
/articles/{article}/change/                            -         reporter
/articles/{article}/document/                          reporter  -
/articles/{article}/document/name/                     -         reporter
/articles/{article}/v/1/                               reader    -
/articles/{article}/v/1/original/                      reader    -
/articles/{article}/v/1/text/                          reader    -
/import/                                               reporter  reporter
/import/annotations/                                   reporter  reporter
/import/{batch}/                                       reporter  -
/import/{batch}/0/                                     -         reporter
/import/{tabled}/columns/{table}/                      -         reporter
/import/{asking}/0/answer/                             -         reporter
/import/feed/                                          -         reporter
/import/{batch}/go-on/                                 -         reporter
/import/{batch}/retry/                                 -         reporter
/import/{batch}/run/                                   -         reporter
/import/{batch}/story/                                 -         reporter
/import/{batch}/discard/                               -         reporter
/stories/new/                                          reporter  reporter
/stories/{story}/                                      reader    -
/stories/{story}/change/                               reporter  reporter
/stories/{story}/add/                                  -         reporter
/stories/{story}/claims/                               reader    -
/stories/{story}/claims/new/                           -         reporter
/stories/{story}/contradictions/                       reader    -
/stories/{story}/contradictions/link/                  -         reporter
/stories/{story}/contradictions/dismiss/               -         reporter
/stories/{story}/timeline/                             reader    -
/stories/{story}/matrix/                               reader    -
/stories/{story}/matrix.csv                            reader    -
/stories/{story}/matrix/silence/                       -         reporter
/stories/{story}/matrix/silence/withdraw/              -         reporter
/desk/pulse/                                           -         everyone
/stories/{story}/desk/                                 reader    -
/stories/{story}/desk/claims/                          reader    -
/stories/{story}/desk/links/                           reader    -
/stories/{story}/desk/changes/                         reader    -
/stories/{story}/desk/token/                           reader    -
/stories/{story}/desk/panes/                           reader    -
/stories/{story}/desk/draw/                            -         reporter
/stories/{story}/desk/undo/                            -         reporter
/stories/{story}/desk/redo/                            -         reporter
/claims/{claim}/                                       reader    -
/claims/{claim}/card/                                  reader    -
/claims/{claim}/status/                                -         reporter
/claims/{claim}/reword/                                -         reporter
/claims/{claim}/withdraw/                              -         reporter
/claims/{withdrawn_claim}/restore/                     -         reporter
/claims/{claim}/comment/                               -         reporter
/claims/{claim}/settle/                                -         editor
/claims/{public_claim}/publish/                        -         editor
/claims/{claim_of_three}/independent/                  -         editor
/independent/{independence}/withdraw/                  -         editor
/h/{highlight}/                                        reader    -
/highlights/{highlight}/                               reader    -
/highlights/{highlight}/describe/                      -         reporter
/highlights/{highlight}/teller/                        -         reporter
/highlights/{highlight}/tag/                           -         reporter
/highlights/{highlight}/untag/{tag}/                   -         reporter
/highlights/{highlight}/edges/                         -         reporter
/highlights/{free}/withdraw/                           -         reporter
/highlights/{withdrawn}/restore/                       -         reporter
/highlights/{highlight}/attach/                        -         reporter
/highlights/{highlight}/comment/                       -         reporter
/highlights/{highlight}/comment/{comment}/withdraw/    -         reporter
/review/                                               reader    -
/codebook/                                             reader    -
/codebook/pin/                                         -         reporter
/review/{changed}/                                     -         reporter
/stories/{story}/review/                               reader    -
/highlights/{highlight}/copies/                        reporter  -
/highlights/{highlight}/project/                       -         reporter
/find/?h={free}                                        reader    -
/find/accept/                                          -         reporter
/find/dismiss/                                         -         reporter
/find/again/{dismissal}/                               -         reporter
/origins/                                              reader    -
/origins/{origin}/                                     reader    -
/origins/{origin}/decide/                              -         editor
/origins/{origin}/rename/                              -         editor
/origins/{origin}/split/                               -         editor
/links/new/?source={highlight}&target={other}          reporter  -
/links/                                                -         reporter
/links/{link}/                                         reader    -
/articles/{article}/annotations/                       reader    -
/stories/{story}/annotations/                          reader    -
/links/{link}/change/                                  -         reporter
/links/{link}/withdraw/                                -         reporter
/evidence/{evidence}/change/                           -         reporter
/evidence/{evidence}/withdraw/                         -         reporter
/export/                                               reader    -
/export/annotations.csv                                reader    -
/export/bundle.zip?story={story}                       reader    -
/export/annotations.xlsx                               reader    -
/export/project.qdpx?story={story}                     reader    -
/admin/                                                curator   curator
/admin/login/                                          reader    reader
/admin/logout/                                         -         curator
/admin/password_change/                                curator   curator
/admin/password_change/done/                           curator   -
/admin/autocomplete/?app_label=newsroom&model_name=article&field_name=outlet  curator  -
/admin/jsi18n/                                         curator   -
/admin/r/{claim_type}/{claim}/                         curator   curator
/admin/newsroom/                                       curator   curator
/admin/newsroom/article/{revised}/part/                curator   curator
/admin/newsroom/user/{newsroom.user}/link/             curator   curator
"""

ANOTHER_PASSWORD = "correct horse battery staple"
#: A candidate in another article: for the highlight `free`, or for selected words.
_PLACE = {
    "to_revision": "{other_revision}",
    "to_start": "0",
    "to_end": "12",
    "to_quote": "The minister",
    "read": "{article},{other_article}",
}
FOUND = {"h": "{free}", "story": "{story}", **_PLACE}
FOUND_PAIR = {"revision": "{revision}", "start": "0", "end": "12", "quote": "The minister", **_PLACE}

#: What a person sends to each address of the site that takes a form. The site accepts these values.
SENT: dict[str, dict[str, Any]] = {
    "/sign-in/": {"username": "reporter", "password": PASSWORD},
    "/account/password/": {"old": PASSWORD, "password": ANOTHER_PASSWORD, "again": ANOTHER_PASSWORD},
    "/account/sessions/end/": {"session": "0123456789abcdef"},
    "/account/sessions/end-others/": {},
    "/account/tokens/": {"name": "My script", "scope": "read", "days": "90"},
    "/password/{secret}/": {"password": ANOTHER_PASSWORD, "again": ANOTHER_PASSWORD},
    "/admin/newsroom/user/{newsroom.user}/link/": {},
    "/articles/{article}/change/": {
        "title": "Another title",
        "outlet": "The Moscow Times",
        "seen_title": "{article_title}",
        "seen_outlet": "{article_outlet}",
    },
    "/articles/{article}/correct/": {
        "title": "Corrected",
        "published": "2022-07-09",
        "role-0": "body",
        "number": "1",
    },
    "/stories/{story}/matrix/silence/": {"claim": "{claim}", "article": "{revised}"},
    "/stories/{story}/matrix/silence/withdraw/": {"claim": "{claim}", "article": "{other_article}"},
    "/articles/{article}/revise/": {"text": "The minister left before the speech ended.", "anyway": "1"},
    "/review/{changed}/": {"act": "accept", "anchor": "{changed_at}", "story": "{story}"},
    "/admin/newsroom/article/{revised}/part/": {"number": "1", "title": "Another"},
    "/import/annotations/": {"text": "title,exact\nRain,Rain fell", "act": "bring"},
    "/import/": {"text": "A pasted report.", "name": "Pasted"},
    "/import/{batch}/0/": {"title": "Corrected", "published": "2022-07-09", "role-0": "body"},
    "/import/{tabled}/columns/{table}/": {"field": ["title", "text"]},
    "/import/{asking}/0/answer/": {"unlike": "article"},
    "/import/{batch}/story/": {"item": "0", "story": "{story}"},
    "/stories/new/": {
        "title": "G20 in Bali",
        "place": "Bali",
        "starts_on": "2022-07-07",
        "ends_on": "2022-07-08",
    },
    "/stories/{story}/change/": {
        "title": "G20 in Bali",
        "place": "Bali",
        "starts_on": "2022-07-07",
        "summary": "Two days.",
        "seen_title": "{story_title}",
        "seen_place": "",
        "seen_starts_on": "",
        "seen_ends_on": "",
        "seen_summary": "",
    },
    "/stories/{story}/add/": {"article": "{article}"},
    "/stories/{story}/claims/new/": {"statement": "The minister left early."},
    "/stories/{story}/desk/draw/": {
        "revision": "{revision}",
        "start": "0",
        "end": "3",
        "quote": "The",
        "act": "tag:{tag}",
    },
    "/claims/{claim}/status/": {"status": "checking", "version": "1", "reason": "Two calls to make."},
    "/claims/{claim}/reword/": {"statement": "The minister left before the speech.", "version": "1"},
    "/claims/{claim}/withdraw/": {"version": "1"},
    "/claims/{withdrawn_claim}/restore/": {"version": "2"},
    "/claims/{public_claim}/publish/": {"version": "2"},
    "/claims/{claim_of_three}/independent/": {"one": "{revised}", "other": "{other_article}", "reason": "So"},
    "/claims/{claim}/comment/": {"body": "Are we sure?"},
    "/claims/{claim}/settle/": {"verdict": "true", "rationale": "So.", "version": "1", "all_the_same": "on"},
    "/highlights/{highlight}/describe/": {"note": "Seen.", "attribution": "an official", "version": "1"},
    "/highlights/{highlight}/teller/": {"teller": "Kyodo", "version": "1"},
    "/highlights/{highlight}/tag/": {"path": "claims/time"},
    "/codebook/pin/": {"path": "{tag_path}", "digit": "7"},
    "/highlights/{highlight}/edges/": {"start": "0", "end": "3", "quote": "The", "version": "1"},
    "/highlights/{highlight}/attach/": {
        "statement": "He left.",
        "relation": "contradicts",
        "note": "So",
        "story": "{story}",
    },
    "/highlights/{highlight}/comment/": {"body": "Are we sure?", "story": "{story}"},
    "/highlights/{highlight}/project/": {"article": "{other_article}", "story": "{story}"},
    "/find/accept/": {**FOUND, "relation": "contradicts", "aspect": "person", "note": "Who.", "scope": "all"},
    "/find/dismiss/": FOUND,
    "/stories/{story}/contradictions/link/": {**FOUND_PAIR, "relation": "contradicts", "aspect": "person"},
    "/stories/{story}/contradictions/dismiss/": FOUND_PAIR,
    "/find/again/{dismissal}/": {"h": "{free}", "story": "{story}", "read": "{article}"},
    "/articles/{article}/document/name/": {
        "kind": "press-release",
        "name": "Budget of the port",
        "reason": "It says so in its second paragraph.",
    },
    "/origins/{origin}/decide/": {"state": "confirmed", "reason": "The same text."},
    "/origins/{origin}/rename/": {"name": "Reuters"},
    "/origins/{origin}/split/": {"article": "{other_article}", "name": "Reuters", "reason": "Another text."},
    "/links/": {
        "source": "{free}",
        "target": "{other}",
        "relation": "contradicts",
        "aspect": "time",
        "note": "When.",
    },
    "/links/{link}/change/": {
        "relation": "contradicts",
        "aspect": "time",
        "note": "When.",
        "from": "{highlight}",
        "seen_relation": "repeats",
        "seen_aspect": "",
        "seen_note": "",
    },
    "/evidence/{evidence}/change/": {
        "relation": "context",
        "note": "Before.",
        "next": "/claims/{claim}/",
        "seen_relation": "corroborates",
        "seen_note": "",
    },
}
