#!/usr/bin/env python3
"""Count how often speakers are the right ones and write a language's speaker-confidence.tsv.

usage: calibrate_speakers.py [--print] LANGUAGE PRIOR WEIGHT GOLD.jsonl... -- COMMAND...

GOLD.jsonl are annotated articles (id, text, quotes with content, speaker and who); COMMAND is the analyser with its
options, the files are added at its end. Of the quotations that overlap an annotated one by 0.3, the words that a
construction takes for the speaker are right when they meet the annotated ones, and a rule of attribution is right when
it names the annotated person or body; where the words are wrong, the rule is not counted. A share is drawn towards
PRIOR by WEIGHT speakers. `--print` writes no table and tells how sure speakers were said to be, and how many were right.
"""
import collections
import os
import sys
import unicodedata
import json

from calibrate import analysed, meets, partners


def fold(name):
    return " ".join(unicodedata.normalize("NFC", name or "").split())


def speakers(gold, command):
    """(found quotation, annotated one, whether its words are right or nothing tells, whether it names the right one)."""
    for article, record in zip(gold, analysed(gold, command)):
        for j, wanted in partners(article, record["quotes"], 0.3).items():
            quote = record["quotes"][j]
            speaker = quote["speaker"] or {}
            words = meets(speaker.get("span"), wanted.get("speaker")) if wanted.get("speaker") and speaker.get("span") else None
            who = fold(speaker.get("name")) == fold(wanted["who"]) if wanted.get("who") and speaker.get("name") else None
            yield quote, words, who


def reliability(judged):
    bins = collections.defaultdict(lambda: [0, 0, 0.0])
    for quote, _, who in judged:
        if who is None:
            continue
        confidence = quote["speaker"]["confidence"]
        tenth = bins[min(9, int(confidence * 10))]
        tenth[0] += who
        tenth[1] += 1
        tenth[2] += confidence
    for tenth in sorted(bins):
        right, count, total = bins[tenth]
        print("%.1f-%.1f: %5d speakers, said %.2f, right %.3f" % (tenth / 10, tenth / 10 + 0.1, count, total / count, right / count))


def main():
    arguments = [a for a in sys.argv[1:] if a != "--print"]
    if "--" not in arguments or len(arguments) < 6:
        sys.exit(__doc__)
    cut = arguments.index("--")
    language, prior, weight = arguments[0], float(arguments[1]), float(arguments[2])
    gold = [json.loads(line) for path in arguments[3:cut] for line in open(path, encoding="utf-8") if line.strip()]
    judged = list(speakers(gold, arguments[cut + 1:]))
    if "--print" in sys.argv:
        return reliability(judged)
    counts = collections.defaultdict(lambda: [0, 0])
    for quote, words, who in judged:
        if words is not None:
            part, name, right = "words", quote["rule"], words
            counts[part, name][0] += right
            counts[part, name][1] += 1
        if who is not None and words is not False:
            part, name = "rivals" if quote["speaker"]["alternatives"] else "sole", quote["attribution_rule"]
            counts[part, name][0] += who
            counts[part, name][1] += 1
    rows = []
    for (part, name), (right, count) in counts.items():
        rows.append("%s\t%s\t%.3f" % (part, name, (right + weight * prior) / (count + weight)))
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Sources", "SutraResources", "Languages")
    with open(os.path.join(here, language, "speaker-confidence.tsv"), "w", encoding="utf-8") as out:
        out.write("# speaker-confidence.tsv - how many of a hundred speakers are right: what is counted (words of a construction; a rule with "
                  "somebody else near or not), its name, share\n")
        out.write("# source: counted by calibrate_speakers.py in annotated news; licence: MIT\n")
        out.write("\n".join(sorted(rows, key=lambda row: row.encode())) + "\n")


if __name__ == "__main__":
    main()
