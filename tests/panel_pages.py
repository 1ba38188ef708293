"""List the pages of the panel of each model, and which of them a curator may open."""

#: The panel's pages of each model, in the order of the marks: for curators, and for nobody if marked with -.
PAGES = (
    "GET list",
    "POST list",
    "GET add",
    "POST add",
    "GET change",
    "POST change",
    "GET history",
    "GET delete",
)
PANEL = """
newsroom.activity            x x - - x - x -
newsroom.apitoken            x x - - x - x -
newsroom.article             x x - - x x x -
newsroom.capture             x x - - x - x -
newsroom.importbatch         x x - - x - x -
newsroom.importitem          x x - - x - x -
newsroom.original            x x - - x - x -
newsroom.outlet              x x x x x x x -
newsroom.outletalias         x x - - x - x -
newsroom.revision            x x - - x - x -
newsroom.story               x x x x x x x -
newsroom.storyarticle        x x - - x - x -
newsroom.user                x x x x x x x -
annotations.anchor           x x - - x - x -
annotations.basispassage     x x - - x - x -
annotations.claim            x x - - x x x -
annotations.comment          x x - - x x x -
annotations.dismissal        x x - - x x x -
annotations.evidence         x x - - x x x -
annotations.highlight        x x - - x x x -
annotations.highlighttag     x x - - x - x -
annotations.independence     x x - - x x x -
annotations.link             x x - - x x x -
annotations.origin           x x - - x x x -
annotations.provenance       x x - - x - x -
annotations.silence          x x - - x x x -
annotations.tag              x x x x x x x -
annotations.verdictbasis     x x - - x - x -
"""
