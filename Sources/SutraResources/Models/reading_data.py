"""Documents for the second reading: what `sutra-train examples` writes, with the quotations that people marked."""
import bisect
import json

import numpy

BEFORE, BEHIND = 64, 96
STOPS = ",.;:—–-"


class Document:
    """Tokens, rows of features and drafts of the rules, with the annotated quotations in tokens."""

    def __init__(self, example, gold):
        self.id, self.text, self.gold = example["id"], gold["text"], gold
        self.units = [tuple(unit) for unit in example["units"] if unit[0] < unit[1]]
        self.fitness, self.rows, self.drafts = example["fitness"], example["rows"], example["drafts"]
        letters = numpy.frombuffer(self.text.encode("utf-8"), dtype=numpy.uint8)
        # How many code points begin before each byte.
        points = numpy.concatenate([[0], numpy.cumsum(letters & 0xC0 != 0x80)])
        self.spans = [(int(points[a]), int(points[b])) for a, b in example["tokens"]]
        self.starts, self.ends = [a for a, _ in self.spans], [b for _, b in self.spans]
        opens = numpy.zeros(len(self.rows), dtype=numpy.int64)
        for start in example["sentences"]:
            if start < len(opens):
                opens[start] = 1
        self.sentence = opens.cumsum()
        self.draft_of = {}
        for draft in self.drafts:
            if draft.get("anchor") is not None:
                self.draft_of.setdefault(draft["anchor"], draft)
        self.quotes = {}
        for quote in gold["quotes"]:
            content, cue = self.tokens(quote["content"]), self.tokens(quote["cue"]) if quote.get("cue") else None
            if content and cue:
                source = self.tokens(quote["speaker"]) if quote.get("speaker") else None
                self.quotes.setdefault(self.anchor(cue), (content, source))

    def word(self, token):
        return self.text[slice(*self.spans[token])]

    def tokens(self, span):
        """The tokens that a span of code points meets, without the stops at its ends."""
        first, last = bisect.bisect_right(self.ends, span[0]), bisect.bisect_left(self.starts, span[1])
        while first < last and self.word(first) in STOPS:
            first += 1
        while first < last and self.word(last - 1) in STOPS:
            last -= 1
        return (first, last) if first < last else None

    def anchor(self, cue):
        """The token of a cue by which it is known, as `ReadingAnchor` of the core has it."""
        for wanted, tokens in ((2, range(*cue)), (1, range(cue[1] - 1, cue[0] - 1, -1))):
            for token in tokens:
                if self.fitness[token] == wanted:
                    return token
        return cue[1] - 1


def load(examples, gold):
    """The documents of a file of examples and one of annotations, in the order of the first."""
    with open(gold, encoding="utf-8") as lines:
        marked = {document["id"]: document for document in map(json.loads, lines)}
    with open(examples, encoding="utf-8") as lines:
        return [Document(example, marked[example["id"]]) for example in map(json.loads, lines)]
