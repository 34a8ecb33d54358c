#!/usr/bin/env python3
"""Writes resources.c, which embeds sentences, language tables, sample articles and themes in the binary.

  python3 Sources/CResources/generate.py

Run it after adding or removing a file; changing a file needs nothing.  Examples are for tests and
stay outside.
"""
import os
import re

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
GROUPS = [("interface", "Sources/SutraResources/Interface", ".tsv"),
          ("languages", "Sources/SutraResources/Languages", (".tsv", ".bin")),
          ("samples", "Sources/SutraResources/Samples", ".txt"),
          ("models", "Sources/SutraResources/Models", (".model", ".network")),
          ("themes", "Themes", ".theme")]

found = []
for group, folder, ending in GROUPS:
    for place, _, names in os.walk(os.path.join(root, folder)):
        for name in names:
            if name.endswith(ending) and not name.endswith(("examples.tsv", "glossary.tsv")):
                path = os.path.join(place, name)
                below = os.path.relpath(path, os.path.join(root, folder))
                found.append((group + "/" + below, os.path.relpath(path, here)))
found.sort()

with open(os.path.join(here, "resources.c"), "w", encoding="utf-8") as out:
    out.write("// Made by generate.py from the files that travel inside the binary; do not edit.\n")
    out.write('#include "CResources.h"\n\n')
    out.write('#pragma clang diagnostic ignored "-Wc23-extensions"\n')
    variables = []
    for name, path in found:
        variable = re.sub(r"[^a-z0-9]", "_", name.rsplit(".", 1)[0].lower())
        variables.append(variable)
        out.write("\nstatic const unsigned char %s[] = {\n#embed \"%s\"\n};\n" % (variable, path))
    out.write("\n#define ROW(path, bytes) {path, bytes, sizeof bytes}\n\n")
    out.write("static const sutra_resource files[] = {\n")
    for (name, _), variable in zip(found, variables):
        out.write('    ROW("%s", %s),\n' % (name, variable))
    out.write("};\n\n")
    out.write("sutra_resource sutra_resource_at(size_t index) {\n"
              "  static const sutra_resource none = {NULL, NULL, 0};\n"
              "  return index < sizeof files / sizeof *files ? files[index] : none;\n}\n")
