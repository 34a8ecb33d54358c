#!/usr/bin/env python3
"""Turn a folder of annotated articles (NAME.txt beside NAME.tsv) into gold JSON lines for the scorers.

usage: fixtures_to_gold.py Tests/SutraCoreTests/Fixtures/quotes-bn > gold.jsonl

A row of NAME.tsv is: type, kind, cue, speaker, who, content. A content "first words … last words" runs from the one to
the other; cue and speaker stand where they are nearest to it; "-" is none.
"""
import glob
import json
import os
import sys


def article(path):
    with open(path[:-4] + ".txt", encoding="utf-8", newline="") as file:
        text = file.read()
    quotes = []
    for number, row in enumerate(open(path, encoding="utf-8"), 1):
        row = row.rstrip("\n")
        if not row or row.startswith("#"):
            continue
        form, kind, cue, speaker, who, content = row.split("\t")
        first, last = content.split(" … ") if " … " in content else (content, content)
        start = text.find(first)
        end = text.find(last, max(0, start))
        if start < 0 or end < 0:
            sys.exit("%s:%d: content not found" % (path, number))
        end += len(last)

        def nearest(words):
            if words == "-":
                return None
            places, place = [], text.find(words)
            while place >= 0:
                if not (start <= place and place + len(words) <= end):
                    places.append((min(abs(place - end), abs(place + len(words) - start)), place))
                place = text.find(words, place + 1)
            if not places:
                sys.exit("%s:%d: not found: %s" % (path, number, words))
            place = min(places)[1]
            return [place, place + len(words)]

        quotes.append({"content": [start, end], "cue": nearest(cue), "speaker": nearest(speaker), "type": form,
                       "kind": kind, "who": None if who == "-" else who, "medium": None, "unterminated": False})
    return {"id": os.path.basename(path)[:-4], "lang": os.path.basename(os.path.dirname(path))[-2:], "text": text,
            "credit": None, "quotes": quotes, "mentions": []}


def main():
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.exit(__doc__)
    for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.tsv"))):
        print(json.dumps(article(os.path.abspath(path)), ensure_ascii=False))


main()
