#!/usr/bin/env python3
"""Writes tables.h from the files of the Unicode Character Database (Debian: unicode-data).

  python3 generate-tables.py /usr/share/unicode > tables.h

Each scalar gets 16 bits: grapheme break class (4), Indic conjunct break (2), columns (2), line break
class (6), whether it is a combining mark that takes a column (1), whether a terminal must not get it (1).
"""
import os
import re
import sys

root = sys.argv[1]
SIZE = 0x110000


def rows(name):
    with open(os.path.join(root, name), encoding="utf-8") as lines:
        for line in lines:
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if len(fields) > 1:
                first, _, last = fields[0].partition("..")
                yield int(first, 16), int(last or first, 16), fields[1:]


category = ["Cn"] * SIZE
open_range = None
with open(os.path.join(root, "UnicodeData.txt"), encoding="utf-8") as lines:
    for line in lines:
        fields = line.split(";")
        scalar = int(fields[0], 16)
        if fields[1].endswith("First>"):
            open_range = scalar
        elif fields[1].endswith("Last>"):
            for each in range(open_range, scalar + 1):
                category[each] = fields[2]
        else:
            category[scalar] = fields[2]

GCB = ["Other", "CR", "LF", "Control", "Extend", "ZWJ", "Regional_Indicator", "Prepend", "SpacingMark",
       "L", "V", "T", "LV", "LVT", "Extended_Pictographic"]
gcb = [0] * SIZE
for first, last, fields in rows("auxiliary/GraphemeBreakProperty.txt"):
    for scalar in range(first, last + 1):
        gcb[scalar] = GCB.index(fields[0])
pictographic = set()
for first, last, fields in rows("emoji/emoji-data.txt"):
    if fields[0] == "Extended_Pictographic":
        for scalar in range(first, last + 1):
            pictographic.add(scalar)
            if gcb[scalar] == 0:
                gcb[scalar] = GCB.index("Extended_Pictographic")

# Indic conjunct break, after UAX #44 15.1: linker and consonant of the scripts that form conjuncts.
scripts = {}
for first, last, fields in rows("Scripts.txt"):
    for scalar in range(first, last + 1):
        scripts[scalar] = fields[0]
CONJUNCT = {"Bengali", "Devanagari", "Gujarati", "Oriya", "Telugu", "Malayalam"}
incb = [0] * SIZE
for first, last, fields in rows("IndicSyllabicCategory.txt"):
    for scalar in range(first, last + 1):
        if scripts.get(scalar) in CONJUNCT:
            incb[scalar] = {"Virama": 2, "Consonant": 1}.get(fields[0], 0)

wide = [False] * SIZE
for first, last, fields in rows("EastAsianWidth.txt"):
    if fields[0] in "WF":
        for scalar in range(first, last + 1):
            wide[scalar] = True

LB = ["XX", "AI", "AL", "B2", "BA", "BB", "BK", "CB", "CJ", "CL", "CM", "CP", "CR", "EB", "EM", "EX", "GL",
      "H2", "H3", "HL", "HY", "ID", "IN", "IS", "JL", "JT", "JV", "LF", "NL", "NS", "NU", "OP", "PO", "PR",
      "QU", "RI", "SA", "SG", "SP", "SY", "WJ", "ZW", "ZWJ"]
lb = [0] * SIZE
for first, last, fields in rows("LineBreak.txt"):
    for scalar in range(first, last + 1):
        lb[scalar] = LB.index(fields[0])

UNSAFE = {0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF}
UNSAFE |= set(range(0x202A, 0x202F)) | set(range(0x2060, 0x2070)) | set(range(0xE0000, 0xE0080))
UNSAFE |= set(range(0xFFF9, 0xFFFC))
UNSAFE |= set(range(0, 0x20)) | set(range(0x7F, 0xA0))


def entry(scalar):
    kind = category[scalar]
    columns = 1
    if kind in ("Mn", "Me", "Cf") and scalar != 0xAD or 0x1160 <= scalar <= 0x11FF:
        columns = 0
    elif wide[scalar]:
        columns = 2
    name = LB[lb[scalar]]
    # LB1: what is ambiguous or unknown is a letter; Thai and its like have no dictionary here.
    if name in ("AI", "SG", "XX"):
        name = "AL"
    elif name == "SA":
        name = "CM" if kind in ("Mn", "Mc") else "AL"
    elif name == "CJ":
        name = "NS"
    # LB30 asks for the East Asian width of brackets, LB30b for unassigned pictographs.
    if name in ("OP", "CP") and wide[scalar]:
        name = {"OP": "AI", "CP": "SG"}[name]
    if scalar in pictographic and kind == "Cn":
        name = "XX"
    mark = kind == "Mc"
    return (gcb[scalar] | incb[scalar] << 4 | columns << 6 | LB.index(name) << 8 | mark << 14
            | (scalar in UNSAFE) << 15)


blocks, index = {}, []
for start in range(0, SIZE, 128):
    block = tuple(entry(scalar) for scalar in range(start, start + 128))
    index.append(blocks.setdefault(block, len(blocks)))

print("// Made by generate-tables.py from the Unicode Character Database 15.0; do not edit.")
print("// Data: © 2022 Unicode, Inc., under the Unicode licence (https://www.unicode.org/license.txt).")
print("static const unsigned char block_of[%d] = {" % len(index))
assert len(blocks) < 256
for start in range(0, len(index), 24):
    print("  " + ",".join(map(str, index[start:start + 24])) + ",")
print("};")
print("static const unsigned short entries[%d][128] = {" % len(blocks))
for block in blocks:
    print("  {" + ",".join(map(str, block)) + "},")
print("};")
