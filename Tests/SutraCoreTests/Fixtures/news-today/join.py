#!/usr/bin/env python3
"""Join the annotations of news-today with their texts into gold JSON lines, as shared/tools/score_quotes.py reads them.

usage: join.py [--half dev|measure|fresh|blind|all] [--lang bn|en|all] [--shared FOLDER] > gold.jsonl

The texts are no part of the project: they are read from shared/data/news-bn and news-en, and each must be, by its
SHA-256, the very text that was annotated.
"""
import argparse
import gzip
import hashlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, *[os.pardir] * 4))
LANGUAGES = ("bn", "en")
# The languages in which each part is annotated.
PARTS = {"dev": LANGUAGES, "measure": LANGUAGES, "fresh": LANGUAGES, "blind": ("bn",)}
HALVES = tuple(PARTS)


def fail(message):
    print(f"{os.path.basename(sys.argv[0])}: {message}", file=sys.stderr)
    sys.exit(2)


def add_shared(parser):
    parser.add_argument("--shared", metavar="FOLDER", default=os.path.join(ROOT, os.pardir, "shared"),
                        help="the folder `shared` with data/news-bn and news-en (beside the project unless told)")


def folder(arguments):
    """The folder `shared`, which must be there."""
    shared = os.path.normpath(arguments.shared)
    for lang in LANGUAGES:
        if not os.path.exists(articles(shared, lang)):
            fail(f"{articles(shared, lang)} is absent: the annotations of news-today hold no text of their own; "
                 "put the folder `shared` beside the project, or name it with --shared")
    return shared


def articles(shared, lang):
    return os.path.join(shared, "data", f"news-{lang}", "articles.jsonl.gz")


def texts(shared, lang):
    """The text of every article of a language, by its id."""
    with gzip.open(articles(shared, lang), "rt", encoding="utf-8", newline="\n") as lines:
        return {article["id"]: article["text"] for article in map(json.loads, lines)}


def headlines_of_gold(shared):
    """First lines of the articles that shared/data/gold/news-today.jsonl gives as examples."""
    with open(os.path.join(shared, "data", "gold", "news-today.jsonl"), encoding="utf-8") as lines:
        return [json.loads(line)["text"].split("\n")[0] for line in lines if line.strip()]


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def annotated(half, lang):
    """The articles of one half and language as annotated: id, digest, quotes."""
    path = os.path.join(HERE, f"{half}-{lang}.jsonl")
    try:
        with open(path, encoding="utf-8") as lines:
            return [json.loads(line) for line in lines if line.strip()]
    except OSError as error:
        fail(str(error))


def gold(shared, half, lang):
    """Gold documents: the annotations of one half and language with their texts."""
    text = texts(shared, lang)
    for article in annotated(half, lang):
        name = article["id"]
        if name not in text:
            fail(f"{articles(shared, lang)} has no article {name}")
        if digest(text[name]) != article["sha256"]:
            fail(f"the text of {name} is not the one that was annotated: its spans would not fit")
        quotes = [dict(quote, medium=None) for quote in article["quotes"]]
        for quote in quotes:
            for field in ("content", "cue", "speaker"):
                span = quote[field]
                if span and not text[name][max(0, span[0]):max(0, span[1])].strip():
                    fail(f"{name}: there is nothing at {field} {span}")
        yield {"id": name, "lang": lang, "text": text[name], "quotes": quotes, "mentions": []}


def add_choice(parser, half):
    parser.add_argument("--half", choices=[*HALVES, "all"], default=half)
    parser.add_argument("--lang", choices=[*LANGUAGES, "all"], default="all")


def chosen(arguments):
    """The pairs of half and language asked for."""
    halves = HALVES if arguments.half == "all" else [arguments.half]
    languages = LANGUAGES if arguments.lang == "all" else [arguments.lang]
    return [(half, lang) for half in halves for lang in languages if lang in PARTS[half]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_choice(parser, "dev")
    add_shared(parser)
    arguments = parser.parse_args()
    shared = folder(arguments)
    for half, lang in chosen(arguments):
        for document in gold(shared, half, lang):
            print(json.dumps(document, ensure_ascii=False))


if __name__ == "__main__":
    main()
