"""Hold good files of many kinds, which `tests.fuzz.readers` damages."""

PAGE = """<!doctype html><html lang="en"><head><title>Rain | Courier</title>
<meta property="article:published_time" content="2022-07-09T10:00:00Z">
<meta name="author" content="By A. Name">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rain", "author": {"name": "A. Name"},
"datePublished": "2022-07-09"}</script></head><body><article><h1>Rain</h1><p class="byline">By A. Name</p>
<p>It rained for hours in the city, two officials said on Friday, and then some more.</p><table><tr><td>1</td>
</tr></table>
<p>Nobody was <b>hurt</b>, <a href="https://example.org/">they</a> said.</p></article></body></html>
"""
MARKDOWN = """---
title: Rain
date: 2022-07-09
author: A. Name
---

# Rain

By A. Name

It rained **for hours**, [two officials](https://example.org) said.

> Nobody was hurt.

* one
  * two
"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><title>Rain</title>
<link>https://example.org/a</link><pubDate>Sat, 09 Jul 2022 10:00:00 GMT</pubDate>
<description>&lt;p&gt;It rained.&lt;/p&gt;</description></item></channel></rss>"""
ROWS = """{"text": "It rained.", "external_id": "1", "published_at": "2022-07-09", "outlet": "Courier"}
{"html": "<p>Hail fell.</p>", "url": "https://example.org/a", "language": "en", "story": "rain"}
"""
TABLE = 'title,text,published_at\nRain,"It rained, they said.",2022-07-09\nHail,Hail fell.,2022-07-10\n'
RICH_TEXT = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 Arial;}}{\b Rain}\par\f0 It rained for hours.\'e9"
    rb"\u8364?\uc2\u233\'c3\'a9{\*\generator x}\par}"
)
OPEN_DOCUMENT = (
    '<o:document-content xmlns:o="o" xmlns:t="t"><o:body><o:text><t:h t:outline-level="1">Rain</t:h>'
    "<t:p>It <t:span>rained</t:span> for hours.</t:p></o:text></o:body></o:document-content>"
)
PDF_PAGE = [
    (50.0, 750.0 - 14 * line, 11.0, f"It rained for hours in the city, officials said ({line}).")
    for line in range(9)
]
MAILBOX = b"From a@example.org Fri May  3 10:00:00 2024\nSubject: Rain\n\nIt rained.\n\n" * 3
