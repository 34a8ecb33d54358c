"""The programs of others that read exports; each is wanted only where its format is."""

import json
import os
import sys

SCHEMAS = os.environ.get("SUTRA_SCHEMAS", "")


_examples = {}


def brat(path):
    from pybrat.parser import BratParser

    folder = os.path.dirname(path)
    if not _examples:
        # What stands twice in one place is told as an error, which brat takes.
        parser = BratParser(error="ignore")
        _examples.update({example.id: example for example in parser.parse(folder)})
    return _examples[os.path.basename(path)[:-4]]


def expand(page):
    from pyld import jsonld

    with open(os.path.join(SCHEMAS, "anno.jsonld"), encoding="utf-8") as file:
        context = json.load(file)

    def load(address, options=None):
        if address != "http://www.w3.org/ns/anno.jsonld":
            sys.exit(f"{address} is asked for")
        return {
            "contextUrl": None, "documentUrl": address, "document": context,
            "contentType": "application/ld+json",
        }

    [node] = jsonld.expand(page, {"documentLoader": load})
    return node["http://www.w3.org/ns/activitystreams#items"][0]["@list"]


_schema = None


def tei(path):
    from lxml import etree

    global _schema
    if _schema is None:
        _schema = etree.RelaxNG(etree.parse(os.path.join(SCHEMAS, "tei_all.rng")))
    tree = etree.parse(path)
    if not _schema.validate(tree):
        sys.exit(f"{path} is no TEI: {_schema.error_log.last_error}")
    return tree


def cas(path):
    import cassis

    with open(os.path.join(os.path.dirname(path), "TypeSystem.xml"), "rb") as file:
        types = cassis.load_typesystem(file)
    with open(path, "rb") as file:
        return cassis.load_cas_from_xmi(file, typesystem=types)


def entities(labels):
    from seqeval.metrics.sequence_labeling import get_entities

    return get_entities(labels)


def citation(path, form):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    if form == "ris":
        import rispy

        [entry] = rispy.loads(text)
        return {"title": entry["title"], "notes": entry.get("notes", [])}
    if form == "bibtex":
        import bibtexparser
        from bibtexparser.middlewares import LatexDecodingMiddleware

        library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
        if library.failed_blocks:
            sys.exit(f"{path} is no BibTeX: {library.failed_blocks}")
        [entry] = library.entries
        fields = {field.key: field.value for field in entry.fields}
        return {"title": fields["title"], "notes": [fields.get("annote", "")]}
    from citeproc.source.json import CiteProcJSON

    items = json.loads(text)
    [entry] = CiteProcJSON(items).values()
    return {"title": str(entry["title"]), "notes": [items[0].get("note", "")]}


def html(path):
    import html5lib

    with open(path, encoding="utf-8") as file:
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(file.read())
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    links = [e.get("href") for e in tree.iter("a") if e.get("href")]
    if any(True for _ in tree.iter("script")):
        sys.exit(f"{path} has a script")
    return ids, links, "".join(tree.itertext())


def markdown(path):
    """The headings of a file, and the text of each thing that is quoted in it."""
    from markdown_it import MarkdownIt

    with open(path, encoding="utf-8", newline="") as file:
        tokens = MarkdownIt("commonmark").parse(file.read())
    headings, quotes, depth = [], [], 0
    for token, after in zip(tokens, tokens[1:] + [None]):
        if token.type == "heading_open":
            headings.append(plain(after))
        elif token.type == "blockquote_open":
            depth += 1
            quotes.append("")
        elif token.type == "blockquote_close":
            depth -= 1
        elif token.type == "inline" and depth:
            quotes[-1] += plain(token) + "\n"
        elif token.type == "html_block":
            sys.exit(f"{path} holds markup: {token.content}")
    return headings, quotes


def plain(token):
    """The text of a line of Markdown, without its signs."""
    text = ""
    for child in token.children:
        if child.type == "html_inline":
            sys.exit(f"markup in Markdown: {child.content}")
        text += "\n" if child.type in ("softbreak", "hardbreak") else child.content
    return text
