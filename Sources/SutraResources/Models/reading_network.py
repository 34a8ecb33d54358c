"""The network of the second reading, as `ReadingNetwork` of the core reads it, for training."""
import numpy
import torch
from torch import nn
from torch.nn import functional

from reading_data import BEFORE, BEHIND

DILATIONS = (1, 2, 4, 8)
GAP = max(DILATIONS)
WIDTH, PAIR, ROW_BITS = 96, 64, 15
SCORES, SIGNS, DISTANCES, APART = 4, 5, 40, 5
NEVER = -1e4


def distance_kind(distance):
    """The kind of a distance from the anchor, as `ReadingWindow` of the core has it."""
    length = abs(distance)
    kind = length if length <= 12 else 12 + (length - 5) // 8 if length <= 44 else min(19, 16 + (length - 29) // 16)
    return kind + (20 if distance < 0 else 0)


KINDS = numpy.array([distance_kind(d) for d in range(-BEFORE, BEHIND)])


class Network(nn.Module):
    def __init__(self, dropout=0.2):
        super().__init__()
        self.dropout = dropout
        self.embedding = nn.EmbeddingBag(1 << ROW_BITS, WIDTH, mode="sum")
        nn.init.normal_(self.embedding.weight, std=0.1)
        self.base = nn.Parameter(torch.zeros(WIDTH))
        self.convolutions = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, dilation=d, padding=d) for d in DILATIONS)
        self.heads = nn.Linear(WIDTH, 2)
        self.query, self.key = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        self.distances, self.apart = nn.Embedding(DISTANCES, PAIR), nn.Embedding(APART, PAIR)
        self.signs = nn.Parameter(torch.zeros(SIGNS, PAIR))
        self.scores = nn.Linear(PAIR, SCORES)

    def drop(self, values):
        return functional.dropout(values, self.dropout, self.training)

    def tokens(self, batch):
        """The values of all tokens of a batch."""
        values = functional.relu(self.embedding(batch.rows, batch.offsets) + self.base)
        values = self.drop(values * batch.mask[:, None]).t()[None]
        for layer in self.convolutions:
            values = (values + self.drop(functional.relu(layer(values)))) * batch.mask
        return values[0].t()

    def pointers(self, values, look):
        """The scores of the tokens around each anchor, and what speaks for no source."""
        pairs = (self.query(values[look.anchors])[:, None] + self.key(values)[look.tokens]
                 + self.distances(look.kinds) + self.apart(look.apart) + look.signs @ self.signs)
        scores = self.scores(self.drop(functional.relu(pairs)))
        return scores.masked_fill(~look.inside[..., None], NEVER), self.heads(values[look.anchors])[:, 1]


class Batch:
    """Paragraphs behind each other, with as many empty tokens between as a layer looks over."""

    def __init__(self, units, row_dropout=0.0):
        rows, offsets, mask, self.places = [], [], [], []
        for document, (first, end) in units:
            offsets += [len(rows)] * GAP
            mask += [0.0] * GAP
            self.places.append(len(mask))
            for token in range(first, end):
                offsets.append(len(rows))
                rows += document.rows[token]
            mask += [1.0] * (end - first)
        self.rows = torch.tensor(rows) & ((1 << ROW_BITS) - 1)
        self.offsets = torch.tensor(offsets)
        if row_dropout:
            kept = torch.rand(len(rows)) >= row_dropout
            before = torch.cat([torch.zeros(1, dtype=torch.long), kept.long().cumsum(0)])
            self.offsets, self.rows = before[self.offsets], self.rows[kept]
        self.mask = torch.tensor(mask)


class Look:
    """The tokens around some anchors of a batch and how each is seen: `items` are (document, unit, place, anchor)."""

    def __init__(self, items):
        count, width = len(items), BEFORE + BEHIND
        anchors, tokens = numpy.zeros(count, dtype=numpy.int64), numpy.zeros((count, width), dtype=numpy.int64)
        apart, inside = numpy.zeros((count, width), dtype=numpy.int64), numpy.zeros((count, width), dtype=bool)
        signs = numpy.zeros((count, width, SIGNS), dtype=numpy.float32)
        for row, (document, (first, end), place, anchor) in enumerate(items):
            low, high, start = max(first, anchor - BEFORE), min(end, anchor + BEHIND), anchor - BEFORE
            seen = slice(low - start, high - start)
            anchors[row] = anchor - first + place
            tokens[row, seen] = numpy.arange(low, high) - first + place
            inside[row, seen] = True
            apart[row, seen] = numpy.clip(document.sentence[low:high] - document.sentence[anchor], -2, 2) + 2
            draft = document.draft_of.get(anchor)
            if not draft:
                continue
            content, speaker = draft["content"], draft.get("speaker") or (0, 0)
            for sign, token in enumerate((content[0], content[1] - 1, speaker[0], speaker[1] - 1)):
                if low <= token < high and (sign < 2 or speaker[1]):
                    signs[row, token - start, sign] = 1
            signs[row, max(low, content[0]) - start:max(low, min(high, content[1])) - start, 4] = 1
        self.anchors, self.tokens = torch.from_numpy(anchors), torch.from_numpy(tokens)
        self.kinds = torch.from_numpy(KINDS)[None].expand(count, width)
        self.apart, self.inside = torch.from_numpy(apart), torch.from_numpy(inside)
        self.signs = torch.from_numpy(signs)
