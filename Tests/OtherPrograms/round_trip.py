"""Exports articles, imports them again and compares the analyses.

usage: round_trip.py PROGRAM FILE...
"""

import json
import os
import subprocess
import sys
import tempfile


def run(*words):
    return subprocess.run(words, check=True, capture_output=True).stdout


def main():
    program, files = sys.argv[1], sys.argv[2:]
    expected = [json.loads(line) for line in run(program, "analyze", *files).split(b"\n") if line]
    bad = 0
    for form, ending in (("brat", "ann"), ("webannotation", "jsonld"), ("tei", "xml")):
        with tempfile.TemporaryDirectory() as folder:
            run(program, "export", "--to", form, "--output", folder, *files)
            stems = [os.path.splitext(os.path.basename(file))[0] for file in files]
            back = run(program, "import", *(f"{folder}/{stem}.{ending}" for stem in stems))
        found = [json.loads(line) for line in back.split(b"\n") if line]
        same = 0
        for one, other in zip(expected, found, strict=True):
            if one == other:
                same += 1
            else:
                bad += 1
                names = [name for name in one if one[name] != other.get(name)]
                print(form, one["id"], names)
                for name in names[:1]:
                    if isinstance(one[name], list):
                        pairs = [p for p in zip(one[name], other[name]) if p[0] != p[1]]
                        print("  ", len(one[name]), len(other[name]), pairs[:1])
                    else:
                        print("  ", repr(one[name])[:200], repr(other[name])[:200])
        print(f"{form}: {same} of {len(expected)} the same")
    sys.exit(bad > 0)


main()
