#!/usr/bin/env python3
"""Run the analyser on the articles of news-today and print how many attributions it gets right.

usage: score.py [--half dev|measure|fresh|blind|all] [--lang bn|en|all] [--run COMMAND] [--errors N] [--shared FOLDER]

A line a half and language: content@0.3 and content@0.8 (F), speaker, who, attributed (F), and how many quotes are
annotated and found; shared/tools/score_quotes.py says what they mean. `--errors` shows what went wrong, for `dev` and
`fresh` only: nobody looks into the parts that measure.
"""
import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

import join

COMMAND = os.path.join(join.ROOT, ".build", "release", "sutra") + " analyze --format jsonl"
FIGURES = ("content@0.3", "content@0.8", "speaker", "who", "attributed")


def score(shared, half, lang, command, errors):
    """The figures of score_quotes.py for one half and language."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as gold:
        for document in join.gold(shared, half, lang):
            gold.write(json.dumps(document, ensure_ascii=False) + "\n")
        gold.flush()
        scorer = os.path.join(shared, "tools", "score_quotes.py")
        result = subprocess.run([sys.executable, scorer, gold.name, "--run", command, "--json", "--errors", str(errors)],
                                stdout=subprocess.PIPE)
    if result.returncode:
        join.fail(f"{scorer}: exit status {result.returncode}")
    return json.loads(result.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    join.add_choice(parser, "dev")
    parser.add_argument("--run", metavar="COMMAND", default=COMMAND, help="analyser to run; the files are added at its end")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N misses and false finds of dev or fresh")
    join.add_shared(parser)
    arguments = parser.parse_args()
    if arguments.errors and arguments.half not in ("dev", "fresh"):
        join.fail("--errors is for --half dev or fresh: the other parts measure, and nobody looks into them")
    shared = join.folder(arguments)
    program = (shlex.split(arguments.run) or [""])[0]
    if not shutil.which(program):
        join.fail(f"there is no program {program or 'given'}: build it with `swift build -c release`, or name it with --run")
    print(f"{'half':8} {'lang':5}" + "".join(f"{name:>12}" for name in FIGURES) + f"{'gold':>7}{'found':>7}")
    for half, lang in join.chosen(arguments):
        figures = score(shared, half, lang, arguments.run, arguments.errors)
        values = [figures[name]["F"] if isinstance(figures[name], dict) else figures[name] for name in FIGURES]
        counts = figures["content@0.3"]
        print(f"{half:8} {lang:5}" + "".join(f"{'-' if v is None else format(v, '.2f'):>12}" for v in values)
              + f"{counts['gold']:7}{counts['found']:7}")


if __name__ == "__main__":
    main()
