#!/usr/bin/env python3
"""Count how often quotations of each kind are right and write a language's confidence.tsv.

usage: calibrate.py LANGUAGE PRIOR WEIGHT GOLD.jsonl... -- COMMAND...

GOLD.jsonl are annotated articles (id, text, quotes with content and speaker, spans in code points); COMMAND is the
analyser with its options, the files are added at its end. A quotation is right when its content overlaps an annotated
one by 0.8 of the longer and its speaker meets the annotated one, or is rightly missing. The share of a kind is drawn
towards that of its rule, and that towards PRIOR, by WEIGHT quotations each.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile

EDGE = " \t\n\r\u00a0\u200b'\"‘’“”«»‹›.,;:।"


def trimmed(span, text):
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(1, a[1] - a[0], b[1] - b[0])


def kind(quote, text, shares):
    speaker = quote["speaker"] or {}
    who = speaker.get("kind") if speaker.get("span") else None
    cue = shares.get(text[slice(*quote["cue"])].lower(), 1.0) if quote["cue"] else None
    return (quote["rule"], quote["type"], {None: "none", "named": "named", "pronoun": "pronoun"}.get(who, "other"),
            "-" if cue is None else "low" if cue < 0.5 else "middle" if cue < 0.75 else "high")


def analysed(gold, command):
    """What the analyser finds in each article: its text's record."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, article in enumerate(gold):
            names.append(os.path.join(folder, "%d.txt" % number))
            with open(names[-1], "w", encoding="utf-8", newline="") as out:
                out.write(article["text"])
        lines = subprocess.run(command + names, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def partners(article, found, least):
    """For each found quotation that overlaps an annotated one by so much, the annotated one."""
    text = article["text"]
    wanted = [trimmed(q["content"], text) for q in article["quotes"]]
    pairs = sorted(((overlap(a, trimmed(q["content"], text)), i, j) for i, a in enumerate(wanted)
                    for j, q in enumerate(found)), reverse=True)
    partner, used = {}, set()
    for value, i, j in pairs:
        if value >= least and j not in partner and i not in used:
            partner[j] = article["quotes"][i]
            used.add(i)
    return partner


def meets(one, other):
    return bool(one and other and min(one[1], other[1]) > max(one[0], other[0]))


def judged(gold, command, shares):
    """(kind, whether it is right, confidence) of every found quotation."""
    for article, record in zip(gold, analysed(gold, command)):
        found, text = record["quotes"], article["text"]
        partner = partners(article, found, 0.8)
        for j, quote in enumerate(found):
            right = j in partner
            if right:
                speaker = partner[j].get("speaker")
                own = (quote["speaker"] or {}).get("span")
                right = meets(own, speaker) if speaker else not own
            yield kind(quote, text, shares), right, quote["confidence"]


def main():
    if "--" not in sys.argv or len(sys.argv) < 7:
        sys.exit(__doc__)
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Sources", "SutraResources", "Languages")
    cut = sys.argv.index("--")
    language, prior, weight = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
    gold = [json.loads(line) for path in sys.argv[4:cut] for line in open(path, encoding="utf-8") if line.strip()]
    with open(os.path.join(here, language, "cues.tsv"), encoding="utf-8") as rows:
        cells = [row.rstrip("\n").split("\t") for row in rows if not row.startswith("#")]
    shares = {c[0].lower(): float(c[4]) for c in cells if len(c) == 5}
    rules, kinds = collections.defaultdict(lambda: [0, 0]), collections.defaultdict(lambda: [0, 0])
    bins = collections.defaultdict(lambda: [0, 0, 0.0])
    for key, right, confidence in judged(gold, sys.argv[cut + 1:], shares):
        for count in (rules[key[0]], kinds[key]):
            count[0] += right
            count[1] += 1
        tenth = bins[min(9, int(confidence * 10))]
        tenth[0] += right
        tenth[1] += 1
        tenth[2] += confidence
    for tenth in sorted(bins):
        right, count, total = bins[tenth]
        print("%.1f-%.1f: %5d quotes, said %.2f, right %.2f" % (tenth / 10, tenth / 10 + 0.1, count, total / count, right / count),
              file=sys.stderr)
    rows = []
    for key, (right, count) in kinds.items():
        own = rules[key[0]]
        mean = (own[0] + weight * prior) / (own[1] + weight)
        rows.append("\t".join(key) + "\t%.2f" % ((right + weight * mean) / (count + weight)))
    for rule, (right, count) in rules.items():
        rows.append("\t".join([rule, "any", "any", "any", "%.2f" % ((right + weight * prior) / (count + weight))]))
    with open(os.path.join(here, language, "confidence.tsv"), "w", encoding="utf-8") as out:
        out.write("# confidence.tsv - how many of a hundred quotations of a kind are right: rule, form, speaker, share of the cue's uses that report, share right\n")
        out.write("# source: counted by calibrate.py in annotated news; licence: MIT\n")
        out.write("\n".join(sorted(rows, key=lambda row: row.encode())) + "\n")


if __name__ == "__main__":
    main()
