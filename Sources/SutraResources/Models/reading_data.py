"""Documents for the second reading: what `sutra-train examples` writes, with the quotations that people marked and
what a parser says of the words."""
import bisect
import json

import numpy

BEFORE, BEHIND = 64, 96
STOPS = ",.;:—–-"
MARKS = ('"', "“", "''", "``")
# Words that introduce a clause, and relations of one's subject.
OPENERS = ("to", "whether", "how", "why", "if", "what")
SUBJECTS = ("nsubj", "nsubjpass", "expl")
INTRODUCTION = "that"
IGNORED = -100
FARTHEST_HEAD = 10


class Parse:
    """What a parser says of the words of a text."""

    def __init__(self, rows):
        self.rows = rows

    def is_clause(self, content, text):
        """Whether a content holds quotation marks or a clause, and is not just a thing that is spoken about."""
        words = text[slice(*content)]
        if any(mark in words for mark in MARKS):
            return True
        inside = [row for row in self.rows if row[0] >= content[0] and row[1] <= content[1]]
        tops = [row for row in inside if not content[0] <= row[4] < content[1] or row[4] == row[0]]
        opener = (words.split() or [""])[0].lower()
        return (any(row[2][:2] in ("VB", "MD") for row in tops) or opener in (INTRODUCTION, *OPENERS)
                or any(row[3] in SUBJECTS for row in inside))


class Document:
    """Tokens, rows of features and drafts of the rules, with the annotated quotations in tokens."""

    def __init__(self, example, gold, parse, is_news):
        self.id, self.text, self.gold, self.is_news = example["id"], gold["text"], gold, is_news
        self.units = [tuple(unit) for unit in example["units"] if unit[0] < unit[1]]
        self.fitness, self.drafts = example["fitness"], example["drafts"]
        self.offsets = numpy.concatenate([[0], numpy.cumsum([len(row) for row in example["rows"]])])
        self.rows = numpy.array([number for row in example["rows"] for number in row], dtype=numpy.int64)
        letters = numpy.frombuffer(self.text.encode("utf-8"), dtype=numpy.uint8)
        # How many code points begin before each byte.
        points = numpy.concatenate([[0], numpy.cumsum(letters & 0xC0 != 0x80)])
        self.spans = [(int(points[a]), int(points[b])) for a, b in example["tokens"]]
        self.starts, self.ends = [a for a, _ in self.spans], [b for _, b in self.spans]
        opens = numpy.zeros(len(self.spans), dtype=numpy.int64)
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
                while content[0] < content[1] - 1 and self.word(content[0]).lower() == INTRODUCTION:
                    content = (content[0] + 1, content[1])
                source = self.tokens(quote["speaker"]) if quote.get("speaker") else None
                is_clause = is_news or not parse or parse.is_clause(quote["content"], self.text)
                self.quotes.setdefault(self.anchor(cue), (content, source, is_clause))

    def learn_syntax(self, parse, kinds):
        """Notes for each token its part of speech, its relation and how far away its head is, each as a number."""
        self.syntax = numpy.full((len(self.spans), 3), IGNORED)
        at = {start: index for index, start in enumerate(self.starts)}
        for start, _, tag, relation, head in parse.rows if parse else ():
            token = at.get(start)
            if token is not None:
                distance = bisect.bisect_right(self.starts, head) - 1 - token
                distance = max(-FARTHEST_HEAD, min(FARTHEST_HEAD, distance)) + FARTHEST_HEAD
                self.syntax[token] = kinds[0][tag], kinds[1][relation], distance

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


def load(examples, gold, parses, is_news=False):
    """The documents of a file of examples and one of annotations, in the order of the first."""
    with open(gold, encoding="utf-8") as lines:
        marked = {document["id"]: document for document in map(json.loads, lines)}
    with open(examples, encoding="utf-8") as lines:
        return [Document(example, marked[example["id"]], parses.get(example["id"]), is_news)
                for example in map(json.loads, lines)]


def load_parses(path):
    """What a parser says of each document, by its id."""
    with open(path, encoding="utf-8") as lines:
        return {document["id"]: Parse(document["tokens"]) for document in map(json.loads, lines)}


def kinds_of(parses):
    """The parts of speech and the relations, each with its number."""
    rows = [row for parse in parses.values() for row in parse.rows]
    return [{name: number for number, name in enumerate(sorted({row[column] for row in rows}))} for column in (2, 3)]
