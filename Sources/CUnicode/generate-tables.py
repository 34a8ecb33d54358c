#!/usr/bin/env python3
"""Writes tables.h from the files of the Unicode Character Database (Debian: unicode-data).

  python3 generate-tables.py /usr/share/unicode > tables.h

Each scalar gets 32 bits, named in include/CUnicode.h: class for grapheme clusters (4 bits), part in a
conjunct (2), columns by glibc's rule (2), class for line breaks (6), columns as in kitty, where marks
take none (2), whether it is a spacing mark (1), whether a joiner may follow it (1), whether it begins a
cluster wherever it stands but after a prepended scalar (1), whether a variation selector makes an emoji
of it (1), what is drawn in its place (5), columns as in konsole (2).
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


def table(name, default):
    values = [default] * SIZE
    for first, last, fields in rows(name):
        values[first:last + 1] = [fields[0]] * (last + 1 - first)
    return values


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
cluster = table("auxiliary/GraphemeBreakProperty.txt", "Other")
pictographic = set()
for first, last, fields in rows("emoji/emoji-data.txt"):
    if fields[0] == "Extended_Pictographic":
        for scalar in range(first, last + 1):
            pictographic.add(scalar)
            if cluster[scalar] == "Other":
                cluster[scalar] = "Extended_Pictographic"

# The part in a conjunct: UAX #44 15.1 knows linkers and consonants of six scripts. Independent vowels
# may begin one (vowel, virama, ya) and dead consonants may end one (ra, virama, khanda ta).
script = table("Scripts.txt", "Zzzz")
syllabic = table("IndicSyllabicCategory.txt", "Other")
CONJUNCT_SCRIPTS = {"Bengali", "Devanagari", "Gujarati", "Oriya", "Telugu", "Malayalam"}
CONJUNCT = {"Consonant": 1, "Consonant_Dead": 1, "Virama": 2, "Vowel_Independent": 3}

wide = [value in ("W", "F") for value in table("EastAsianWidth.txt", "N")]
# glibc's rule gives two columns to some neutral and unassigned ones between wide neighbours.
for first, last in ((0x3248, 0x324F), (0x4DC0, 0x4DFF)):
    wide[first:last + 1] = [True] * (last + 1 - first)
narrow_format = {scalar for first, last, fields in rows("PropList.txt")
                 if fields[0] == "Prepended_Concatenation_Mark" for scalar in range(first, last + 1)}
narrow_format |= {0x70F}
fillers = {0x115F, 0x3164, 0xFFA0}
variations = set()
with open(os.path.join(root, "emoji/emoji-variation-sequences.txt"), encoding="utf-8") as lines:
    for line in lines:
        if re.match("[0-9A-F]+ FE0F", line):
            variations.add(int(line.split()[0], 16))

LINE = ["XPIC", "OPW", "AL", "B2", "BA", "BB", "BK", "CB", "DANDA", "CL", "CM", "CP", "CR", "EB", "EM", "EX",
        "GL", "H2", "H3", "HL", "HY", "ID", "IN", "IS", "JL", "JT", "JV", "LF", "NL", "NS", "NU", "OP", "PO",
        "PR", "QU", "RI", "TAB", "CPW", "SP", "SY", "WJ", "ZW", "ZWJ"]
line_break = ["XX"] * SIZE
for first, last, value in ((0x3400, 0x4DBF, "ID"), (0x4E00, 0x9FFF, "ID"), (0xF900, 0xFAFF, "ID"),
                           (0x20000, 0x2FFFD, "ID"), (0x30000, 0x3FFFD, "ID"), (0x1F000, 0x1FAFF, "ID"),
                           (0x1FC00, 0x1FFFD, "ID"), (0x20A0, 0x20CF, "PR")):
    line_break[first:last + 1] = [value] * (last + 1 - first)
for first, last, fields in rows("LineBreak.txt"):
    line_break[first:last + 1] = [fields[0]] * (last + 1 - first)

MARKS = {}
for number, ranges in {
    1: [(0x00, 0x1F)],  # control
    2: [(0x7F, 0x7F)],  # delete
    3: [(0x80, 0x9F)],  # C1
    4: [(0x2028, 0x2029)],  # separator
    5: [(0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069)],  # direction
    6: [(0xFEFF, 0xFEFF)],  # byte order mark
    7: [(0x200B, 0x200B)],  # zero width space
    8: [(0x2060, 0x2065)],  # invisible
    9: [(0x206A, 0x206F)],  # deprecated format
    10: [(0xE0000, 0xE007F)],  # tag
    11: [(0xFFF9, 0xFFFB)],  # annotation
    12: [(0x200C, 0x200D)],  # joiner
    13: [(0x09, 0x09)],  # tab
    14: [(0x0A, 0x0A)],  # newline
    15: [(0xD800, 0xDFFF)],  # ill-formed
    17: [(0xAD, 0xAD)],  # soft hyphen, of which nothing is drawn but at the end of a row
}.items():
    for first, last in ranges:
        for scalar in range(first, last + 1):
            MARKS[scalar] = number

joining = set()
for first, last, fields in rows("ArabicShaping.txt"):
    if fields[2 - 1] in "DRL":
        joining.add(first)


def line_class(scalar):
    name = line_break[scalar]
    # LB1: what is ambiguous or unknown is a letter; Thai and its like have no dictionary here.
    if name in ("AI", "SG", "XX"):
        name = "AL"
    elif name == "SA":
        name = "CM" if category[scalar] in ("Mn", "Mc") else "AL"
    elif name == "CJ":
        name = "NS"
    # LB30 asks for the East Asian width of brackets, LB30b for unassigned pictographs.
    if name in ("OP", "CP") and wide[scalar]:
        name += "W"
    if scalar in pictographic and category[scalar] == "Cn":
        name = "XPIC"
    if scalar in (0x0964, 0x0965):
        name = "DANDA"
    if scalar == 9:
        name = "TAB"
    return name


def joiner_may_follow(scalar):
    kind = category[scalar]
    if scalar in pictographic or 0x1F3FB <= scalar <= 0x1F3FF or scalar in (0xFE0F, 0x20E3):
        return True
    if scalar in joining or 0x064B <= scalar <= 0x0655:
        return True
    return kind[0] in "LM" and re.match(
        "Consonant|Virama|Pure_Killer|Invisible_Stacker|Nukta|Vowel|Bindu|Visarga", syllabic[scalar]) is not None


def columns_by_sum(scalar):
    if (category[scalar] in ("Mn", "Me", "Cf") and scalar not in narrow_format
            or 0x1160 <= scalar <= 0x11FF or 0xD7B0 <= scalar <= 0xD7FF):
        return 0
    return 2 if wide[scalar] else 1


def columns_in_kitty(scalar):
    kind, gcb = category[scalar], cluster[scalar]
    if gcb == "Regional_Indicator":
        return 2
    if gcb in ("V", "T"):
        return 1
    if kind in ("Mn", "Mc", "Me", "Cf") or 0x1F3FB <= scalar <= 0x1F3FF or scalar in fillers:
        return 0
    return columns_by_sum(scalar)


def columns_in_konsole(scalar):
    if cluster[scalar] == "Regional_Indicator":
        return 2
    if 0x3248 <= scalar <= 0x324F or 0x4DC0 <= scalar <= 0x4DFF or category[scalar] == "Mc":
        return 1
    return 0 if cluster[scalar] == "Prepend" and category[scalar] == "Cf" else columns_by_sum(scalar)


def entry(scalar):
    gcb = cluster[scalar]
    conjunct = CONJUNCT.get(syllabic[scalar], 0) if script[scalar] in CONJUNCT_SCRIPTS else 0
    mark = MARKS.get(scalar, 0)
    starts = gcb == "Other" and conjunct != 1 and mark == 0
    return (GCB.index(gcb) | conjunct << 4 | columns_by_sum(scalar) << 6 | LINE.index(line_class(scalar)) << 8
            | columns_in_kitty(scalar) << 14 | (category[scalar] == "Mc") << 16
            | joiner_may_follow(scalar) << 17 | starts << 18 | (scalar in variations) << 19 | mark << 20
            | columns_in_konsole(scalar) << 25)


blocks, index = {}, []
for start in range(0, SIZE, 128):
    block = tuple(entry(scalar) for scalar in range(start, start + 128))
    index.append(blocks.setdefault(block, len(blocks)))
assert len(blocks) < 256

print("// Made by generate-tables.py from the Unicode Character Database 15.0; do not edit.")
print("// Data: © 2022 Unicode, Inc., under the Unicode licence (https://www.unicode.org/license.txt).")
print("const uint8_t sutra_scalar_blocks[%d] = {" % len(index))
for start in range(0, len(index), 24):
    print("  " + ",".join(map(str, index[start:start + 24])) + ",")
print("};")
print("const uint32_t sutra_scalar_entries[%d] = {" % (len(blocks) * 128))
for block in blocks:
    for start in range(0, 128, 16):
        print("  " + ",".join(map(str, block[start:start + 16])) + ",")
print("};")
