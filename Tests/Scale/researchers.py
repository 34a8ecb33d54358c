#!/usr/bin/env python3
"""What researchers run now: pages of a WARC by trafilatura, spaCy and textacy; a line of JSON for each article.

  Tests/Scale/researchers.py FILE.warc.gz MODEL > quotes.jsonl

MODEL is what spacy.load takes. trafilatura finds the text, spaCy its sentences, names and dependencies, textacy the direct
quotations with their speakers. `beside` measures it.
"""
import json
import sys

import spacy
import textacy.extract
import trafilatura
from warcio.archiveiterator import ArchiveIterator


def texts(path):
    """The address and the text of each article."""
    with open(path, "rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type != "response" or record.http_headers.get_statuscode() != "200":
                continue
            if not (record.http_headers.get_header("Content-Type") or "").startswith("text/html"):
                continue
            text = trafilatura.extract(record.content_stream().read(), include_comments=False)
            if text:
                yield text, record.rec_headers.get_header("WARC-Target-URI")


def main():
    model = spacy.load(sys.argv[2])
    for document, address in model.pipe(texts(sys.argv[1]), as_tuples=True):
        # textacy takes straight and typographical marks in pairs of its own, and tells of some that it cannot pair.
        try:
            quotes = [{"speaker": [token.text for token in quote.speaker], "content": quote.content.text}
                      for quote in textacy.extract.direct_quotations(document)]
        except ValueError:
            quotes = []
        names = [{"name": name.text, "kind": name.label_} for name in document.ents]
        print(json.dumps({"url": address, "quotes": quotes, "names": names}, ensure_ascii=False))


if __name__ == "__main__":
    main()
