"""Reads what `sutra export` has written with programs that others have made.

usage: read_export.py FORMAT ANALYSES FILE...

ANALYSES holds a line of `sutra analyze` for each FILE. Whatever is not as the analysis says ends
this with an error.
"""

import csv
import json
import re
import sys

import programs


def spans(analysis, name="content"):
    return [quote[name] for quote in analysis["quotes"]]


def words(analysis, span):
    return analysis["text"][span[0]:span[1]]


def mentions(analysis):
    return [(words(analysis, m["span"]), m["kind"]) for m in analysis["mentions"]]


def same(found, expected, what):
    if found != expected:
        pairs = [p for p in zip(found, expected) if p[0] != p[1]] if hasattr(found, "__len__") else []
        sys.exit(f"{what}: {pairs[:2] or (found, expected)}")


def members(pairs):
    """An object of JSON, in which no member stands twice."""
    names = [name for name, _ in pairs]
    same(len(set(names)), len(names), f"members {names}")
    return dict(pairs)


def harmless(text):
    """A text as it leaves: no control characters, and nothing that XML 1.0 forbids."""
    signs = {n: "\u25d8" for n in range(0x20) if n not in (0x09, 0x0A, 0x0D)}
    signs[0x7F] = "\u25d9"
    signs.update({n: "\u25ca" for n in range(0x80, 0xA0)})
    signs.update({n: "\u21a8" for n in [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]})
    return re.sub("\r(?!\n)", "\u25d8", text.translate(signs))


def one_line(text):
    return " ".join(text.split())


def check_csv(path, analysis):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    same(len(rows), len(analysis["quotes"]), "rows of quotes")
    for row, quote in zip(rows, analysis["quotes"]):
        same(row["type"], quote["type"], "types")
        for part in quote["segments"]:
            part = one_line(words(analysis, part))
            if part not in one_line(row["quote"]) and part[0] not in "-+=@":
                sys.exit(f"a part is missing: {part}")


def check_jsonl(path, analysis):
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = [json.loads(line, object_pairs_hook=members) for line in file]
    quotes = [[words(analysis, s) for s in quote["segments"]] for quote in analysis["quotes"]]
    same([line["parts"] for line in lines], quotes, "parts")
    same([line["quote"] for line in lines], [" \u2026 ".join(parts) for parts in quotes], "quotes")


def check_brat(path, analysis):
    # brat's own rules: each fragment is within the text, in one line of it, and the words are its.
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    with open(path[:-4] + ".txt", encoding="utf-8", newline="") as file:
        text = file.read()
    same(text, analysis["text"], "texts")
    ids, found, events = set(), [], 0
    for line in filter(None, lines):
        key, rest = line.split("\t", 1)
        same(key in ids, False, f"{key} stands twice")
        ids.add(key)
        if key[0] == "T":
            place, quoted = rest.split("\t")
            kind, places = place.split(" ", 1)
            parts = [tuple(map(int, part.split())) for part in places.split(";")]
            for start, end in parts:
                if not 0 <= start < end <= len(text) or "\n" in text[start:end]:
                    sys.exit(f"{key} is no place in a line of the text")
            same(quoted, " ".join(text[start:end] for start, end in parts), key)
            if len(parts) == 1:
                found.append((quoted, kind))
        elif rest.startswith("Sutra "):
            json.loads(rest.split("\t")[1], object_pairs_hook=members)
        elif key[0] == "E":
            events += 1
            for argument in rest.split(" "):
                if argument.split(":")[1] not in ids and not argument.startswith("In:"):
                    sys.exit(f"{key} names {argument}, which is not there")
    for mention in mentions(analysis):
        if "\n" not in mention[0] and mention not in found:
            sys.exit(f"a name is missing: {mention}")
    same(events, len(analysis["quotes"]), "events")
    example = programs.brat(path)
    same(len(example.entities), sum(key[0] == "T" for key in ids), "annotations read by pybrat")
    same(len(example.events), len(analysis["quotes"]), "events read by pybrat")
    for entity in example.entities if "\r" not in text else []:
        parts = [example.text[span.start:span.end] for span in entity.spans]
        same(entity.mention, " ".join(parts).rstrip(), "words read by pybrat")


def check_webannotation(path, analysis):
    with open(path, encoding="utf-8") as file:
        page = json.load(file, object_pairs_hook=members)
    items = programs.expand(page)
    same(len(items), len(page["items"]), "annotations that a processor of JSON-LD sees")
    oa = "http://www.w3.org/ns/oa#"
    text, exacts = analysis["text"], []
    for item in items:
        # Drafts of the context have the type as a property.
        kinds = item.get("@type") or [
            kind["@id"] for kind in item["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"]]
        same(kinds, [oa + "Annotation"], "types")
        for target in item[oa + "hasTarget"]:
            place, quote = target[oa + "hasSelector"]
            start, end = (place[oa + name][0]["@value"] for name in ("start", "end"))
            exact, prefix, suffix = (
                quote[oa + name][0]["@value"] for name in ("exact", "prefix", "suffix"))
            same(text[start:end], exact, "the words at a position")
            same(text[:start].endswith(prefix) and text[end:].startswith(suffix), True, "context")
            exacts.append(exact)
    for span in spans(analysis):
        if words(analysis, span) not in exacts:
            sys.exit(f"a quote is missing: {words(analysis, span)}")
    for mention, _ in mentions(analysis):
        if mention not in exacts:
            sys.exit(f"a name is missing: {mention}")


def check_tei(path, analysis):
    tree = programs.tei(path)
    tei = "{http://www.tei-c.org/ns/1.0}"
    body = tree.find(f".//{tei}body")
    same("".join(body.itertext()), analysis["text"], "texts")
    ids = {e.get("{http://www.w3.org/XML/1998/namespace}id") for e in tree.iter()}
    for element in tree.iter(tei + "said", tei + "quote", tei + "persName", tei + "seg"):
        for name in ("who", "source", "ref", "corresp", "next", "prev"):
            pointer = element.get(name)
            if pointer and pointer[1:] not in ids:
                sys.exit(f"{pointer} leads nowhere")
    said = "".join("".join(e.itertext()) for e in body.iter(tei + "said", tei + "quote"))
    for quote in analysis["quotes"]:
        for segment in quote["segments"]:
            for line in words(analysis, segment).splitlines():
                if line.strip() and line.strip() not in said:
                    sys.exit(f"a quote is missing: {line}")


def check_conll(path, analysis):
    with open(path, encoding="utf-8", newline="\n") as file:
        rows = [line.split("\t") for line in file.read().split("\n") if line]
    same({len(row) for row in rows}, {4}, "columns")
    found = programs.entities([row[3] for row in rows])
    # A blank without width parts tokens too.
    expected = [
        (kind, one_line(name).replace(" ", "").replace("\u200b", ""))
        for name, kind in mentions(analysis)]
    same(
        [(kind, "".join(row[0] for row in rows[start:end + 1])) for kind, start, end in found],
        expected, "names")


def check_xmi(path, analysis):
    cas = programs.cas(path)
    same(cas.sofa_string, analysis["text"], "texts")
    names = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    same([(n.get_covered_text(), n.value) for n in names], mentions(analysis), "names")
    quotes = [q.get_covered_text() for q in cas.select("webanno.custom.Quote")]
    same(
        sorted(quotes),
        sorted(words(analysis, s) for q in analysis["quotes"] for s in q["segments"]), "quotes")
    tokens = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    same(bool(tokens) and all(t.get_covered_text().strip() for t in tokens), True, "tokens")


def check_citation(path, analysis, form):
    entry = programs.citation(path, form)
    same(one_line(entry["title"]), one_line(analysis["title"] or analysis["id"]), "titles")
    def letters(text):
        # Readers of TeX disagree on the blanks around its marks, and take some for accents.
        if form != "bibtex":
            return one_line(text)
        return "".join(c for c in text if c.isalnum() and c not in "\u02c6\u02dc")

    notes = letters(" ".join(entry["notes"]))
    for quote in analysis["quotes"]:
        part = letters(words(analysis, quote["segments"][0]))
        if part not in notes:
            sys.exit(f"a quote is missing in the notes: {part}")


def check_html(path, analysis):
    ids, links, text = programs.html(path)
    for link in links:
        if link.startswith("#") and link[1:] not in ids:
            sys.exit(f"{link} leads nowhere")
    for number in range(1, len(analysis["quotes"]) + 1):
        for link in (f"#q{number}", f"#t{number}"):
            if link not in links:
                sys.exit(f"nothing leads to {link}")
    same(len(ids), len(set(ids)), "names of places that stand twice")
    for span in spans(analysis, "speaker"):
        name = span and span["name"]
        if name and one_line(name) not in one_line(text):
            sys.exit(f"a speaker is missing: {name}")


def check_markdown(path, analysis):
    headings, quotes = programs.markdown(path)
    same(len(quotes), len(analysis["quotes"]), "quotes")
    title = analysis["title"] or analysis["id"]
    same([one_line(heading) for heading in headings], [one_line(title)], "headings")
    for told, quote in zip(quotes, analysis["quotes"]):
        for segment in quote["segments"]:
            part = one_line(words(analysis, segment)).rstrip(",.")
            # What stands first in a sentence of its own begins with a capital there.
            if part[1:] not in one_line(told):
                sys.exit(f"a part is missing: {part}")


def main():
    form, analyses, paths = sys.argv[1], sys.argv[2], sys.argv[3:]
    with open(analyses, encoding="utf-8", newline="\n") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    same(len(lines), len(paths), "files")
    for path, analysis in zip(paths, lines):
        if form not in ("jsonl", "webannotation"):
            for name in ("text", "title", "id"):
                analysis[name] = analysis[name] and harmless(analysis[name])
        if form in ("tei", "xmi"):
            analysis["text"] = re.sub("[\ufffe\uffff]", "\ufffd", analysis["text"])
        if form in ("csl", "bibtex", "ris"):
            check_citation(path, analysis, form)
        else:
            globals()[f"check_{form}"](path, analysis)


main()
