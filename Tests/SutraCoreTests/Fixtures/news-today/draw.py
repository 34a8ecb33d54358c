#!/usr/bin/env python3
"""Draw the articles of news-today by lot: the same ones every time.

usage: draw.py [--shared FOLDER]

Of each outlet in shared/data/news-bn and news-en the articles of 1,200 to 5,000 code points are put in the order of
their ids and shuffled with the seed below and the outlet's name. Of each Bengali outlet the first five are the `dev`
half and the next five the `measure` half; of the English one the first eight and the next seven. An article in which
the annotator finds no attribution is passed over and the next one of that outlet steps into its place in that half;
PASSED_OVER lists those. An article that stands in shared/data/gold/news-today.jsonl is not drawn.
After these, and without them, twenty more Bengali articles (seven, seven and six of the three outlets) are `fresh` and
fifteen (five of each) `blind`, and fifteen more English ones in `fresh`, of which few are as short, so up to 8,000 code points,
drawn in the same way with a seed of their own for each language; one without any attribution stays in.
Prints "half language id", a line an article.
"""
import argparse
import random

import join

SEED = 20261128
AGAIN = {"bn": 20261129, "en": 20261201}
LENGTH = range(1200, 5001)
LENGTH_AGAIN = {"bn": LENGTH, "en": range(1200, 8001)}
# Of each outlet: articles in dev, articles in measure.
SHARES = {"bn": (5, 5), "en": (8, 7)}
# Of each outlet: articles in fresh, articles in blind.
MORE = {"bbc": (15, 0), "ittefaq": (7, 5), "jugantor": (7, 5), "prothomalo": (6, 5)}
PASSED_OVER = {"dev": [], "measure": ["jugantor-0203-2024-08-12", "prothomalo-0232-2024-01-03"]}


def draw(shared):
    known = join.headlines_of_gold(shared)
    for lang, (dev, measure) in SHARES.items():
        outlets = {}
        for name, text in join.texts(shared, lang).items():
            if len(text) in LENGTH and not any(headline in text[:200] for headline in known):
                outlets.setdefault(name.split("-")[0], []).append(name)
        for outlet in sorted(outlets):
            names = sorted(outlets[outlet])
            random.Random(f"{SEED}/{outlet}").shuffle(names)
            halves = {"dev": names[:dev], "measure": names[dev:dev + measure]}
            spare = iter(names[dev + measure:])
            for half, drawn in halves.items():
                for name in drawn:
                    while name in PASSED_OVER[half]:
                        name = next(spare)
                    yield half, lang, name


def draw_more(shared, drawn):
    """The articles of fresh and blind: none that was drawn or passed over before."""
    known = join.headlines_of_gold(shared)
    taken = {name for _, _, name in drawn} | {name for names in PASSED_OVER.values() for name in names}
    for lang, seed in AGAIN.items():
        outlets = {}
        for name, text in join.texts(shared, lang).items():
            if len(text) in LENGTH_AGAIN[lang] and name not in taken and not any(headline in text[:200] for headline in known):
                outlets.setdefault(name.split("-")[0], []).append(name)
        for outlet in sorted(outlets):
            names = sorted(outlets[outlet])
            random.Random(f"{seed}/{outlet}").shuffle(names)
            fresh, blind = MORE[outlet]
            yield from (("fresh", lang, name) for name in names[:fresh])
            yield from (("blind", lang, name) for name in names[fresh:fresh + blind])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    join.add_shared(parser)
    shared = join.folder(parser.parse_args())
    drawn = list(draw(shared))
    for row in sorted(drawn + list(draw_more(shared, drawn))):
        print(*row)


if __name__ == "__main__":
    main()
