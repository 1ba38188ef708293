"""Test that docs/page-contract.md names the attributes that scripts read, and no others."""

import re

from tests.shape import tree

CONTRACT = "docs/page-contract.md"


def attributes_in(script):
    """Return the `data-` attributes that a script reads or sets."""
    names = set(re.findall(r"(?<![\w-])data-[a-z-]+(?=[\]=~\"' ])", code_of(script)))
    properties = set(re.findall(r"\bdataset\??\.(\w+)", script))
    for unpacked in re.findall(r"{([^{}]*)} = [^;\n]*\bdataset\b(?: \?\? {})?;", script):
        properties.update(name.split(":")[0].strip() for name in unpacked.split(","))
    return names | {
        "data-" + re.sub(r"[A-Z]", lambda letter: "-" + letter[0].lower(), name) for name in properties
    }


def code_of(script):
    """Return the script without its comments."""
    return re.sub(r"/\*.*?\*/|^\s*//[^\n]*", "", script, flags=re.DOTALL | re.MULTILINE)


def attributes_named():
    contract = (tree.ROOT / CONTRACT).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`data-[^|]*)\|", contract, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"data-[a-z-]+", row)}


def attributes_of_scripts():
    scripts = tree.files(".js", under="static/js")
    return set().union(*(attributes_in(path.read_text(encoding="utf-8")) for path in scripts))


def test_every_attribute_that_a_script_reads_is_in_the_contract():
    assert attributes_of_scripts() - attributes_named() == set()


def test_every_attribute_of_the_contract_is_read_by_a_script():
    assert attributes_named() - attributes_of_scripts() == set()


def test_attributes_are_found_however_a_script_reads_them():
    taken_apart = "const { act, linkUrl: url } = choice.dataset;"
    script = f'{taken_apart}\nfind("[data-h~=x]");\nx.dataset.cardUrl;\n// data-none'
    assert attributes_in(script) == {"data-act", "data-link-url", "data-h", "data-card-url"}
