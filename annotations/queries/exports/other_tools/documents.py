"""List the documents of other tools' formats that can be exported, by the names of their files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO

from django.db.models import Model

from annotations.models import Claim, Highlight, Link, Tag
from annotations.queries.exports.filters import filter_names
from annotations.queries.exports.other_tools.claim_reviews import write_claim_reviews
from annotations.queries.exports.other_tools.codebooks import write_qdc
from annotations.queries.exports.other_tools.graphs import write_edges, write_graph, write_nodes
from annotations.queries.exports.other_tools.qda_projects import write_qdpx
from annotations.queries.exports.other_tools.references import write_csl, write_ris
from newsroom.models import Article


@dataclass(frozen=True, slots=True)
class DocumentExport:
    """An export that is one document.

    `write` takes the file, the filters by name, and the start of permalinks; it raises `Invalid` if a filter
    is not valid. The filters are those of `model`. `meaning` is a phrase for people. A document that is
    `packed` is no text. One that is `of_story` needs the filter `story`.
    """

    media_type: str
    meaning: str
    model: type[Model]
    write: Callable[[IO[bytes], Mapping[str, str], str], None]
    packed: bool = False
    of_story: bool = False

    @property
    def parameters(self) -> list[str]:
        """The names of the filters, in alphabetical order."""
        return filter_names(self.model)


DOCUMENTS = {
    "codebook.qdc": DocumentExport(
        "application/xml",
        "the tags with their definitions and colours, for programs of qualitative analysis such as ATLAS.ti, "
        "MAXQDA, NVivo and QualCoder (REFI-QDA)",
        Tag,
        write_qdc,
    ),
    "project.qdpx": DocumentExport(
        "application/zip",
        "a story for the same programs: its texts, passages with their tags and notes, and links (REFI-QDA)",
        Highlight,
        write_qdpx,
        packed=True,
        of_story=True,
    ),
    "graph.graphml": DocumentExport(
        "application/xml",
        "the links as a graph: passages are its nodes, for Gephi, yEd, Cytoscape and networkx (GraphML)",
        Link,
        write_graph,
    ),
    "graph-nodes.csv": DocumentExport(
        "text/csv; charset=utf-8",
        "the nodes of this graph as a table",
        Link,
        write_nodes,
    ),
    "graph-edges.csv": DocumentExport(
        "text/csv; charset=utf-8",
        "the edges of this graph as a table",
        Link,
        write_edges,
    ),
    "claim-reviews.jsonld": DocumentExport(
        "application/ld+json",
        "the verdicts that an editor marked as public, for search engines and archives (ClaimReview of "
        "schema.org)",
        Claim,
        write_claim_reviews,
    ),
    "references.csl.json": DocumentExport(
        "application/vnd.citationstyles.csl+json",
        "the articles as references, for Zotero, pandoc and citation processors (CSL-JSON)",
        Article,
        write_csl,
    ),
    "references.ris": DocumentExport(
        "application/x-research-info-systems",
        "the articles as references, for Zotero, EndNote and Mendeley (RIS)",
        Article,
        write_ris,
    ),
}
