"""The network of the second reading, as `ReadingNetwork` of the core reads it, for training."""
import numpy
import torch
from torch import nn
from torch.nn import functional

from reading_data import BEFORE, BEHIND, IGNORED

SCORES, SIGNS, DISTANCES, APART = 4, 5, 40, 5
# Heads of a token: it reports a clause, nobody says it, it reports anything.
CLAUSE, NOBODY, THING, HEADS = 0, 1, 2, 3
NEVER = -1e4


def distance_kind(distance):
    """The kind of a distance from the anchor, as `ReadingWindow` of the core has it."""
    length = abs(distance)
    kind = length if length <= 12 else 12 + (length - 5) // 8 if length <= 44 else min(19, 16 + (length - 29) // 16)
    return kind + (20 if distance < 0 else 0)


KINDS = numpy.array([distance_kind(d) for d in range(-BEFORE, BEHIND)])


class Network(nn.Module):
    def __init__(self, shape, syntax):
        super().__init__()
        self.shape, width, pair = shape, shape.width, shape.pair
        self.embedding = nn.EmbeddingBag(1 << shape.row_bits, width, mode="sum")
        nn.init.normal_(self.embedding.weight, std=0.1)
        self.base = nn.Parameter(torch.zeros(width))
        self.convolutions = nn.ModuleList(nn.Conv1d(width, width, 3, dilation=d, padding=d) for d in shape.dilations)
        self.memory = nn.GRU(width, shape.memory, batch_first=True, bidirectional=True)
        self.mix = nn.Linear(2 * shape.memory, width)
        self.heads = nn.Linear(width, HEADS)
        self.query, self.key = nn.Linear(width, pair), nn.Linear(width, pair)
        self.distances, self.apart = nn.Embedding(DISTANCES, pair), nn.Embedding(APART, pair)
        self.signs = nn.Parameter(torch.zeros(SIGNS, pair))
        self.scores = nn.Linear(pair, SCORES)
        # Learnt beside, for what syntax tells of the rest; the program has none of it.
        self.syntax = nn.ModuleList(nn.Linear(width, count) for count in syntax)

    def drop(self, values):
        return functional.dropout(values, self.shape.dropout, self.training)

    def tokens(self, batch):
        """The values of all tokens of a batch."""
        values = functional.relu(self.embedding(batch.rows, batch.offsets) + self.base)
        values = self.drop(values * batch.mask[:, None]).t()[None]
        for layer in self.convolutions:
            values = (values + self.drop(functional.relu(layer(values)))) * batch.mask
        values = values[0].t()
        packed = nn.utils.rnn.pack_padded_sequence(
            values[batch.padded], batch.lengths, batch_first=True, enforce_sorted=False)
        known, _ = nn.utils.rnn.pad_packed_sequence(self.memory(packed)[0], batch_first=True)
        known = torch.zeros(len(values), known.shape[2]).index_put((batch.padded[batch.holds],), known[batch.holds])
        return values + self.drop(functional.relu(self.mix(known)))

    def pointers(self, values, look):
        """The scores of the tokens around each anchor, and what speaks for no source."""
        pairs = (self.query(values[look.anchors])[:, None] + self.key(values)[look.tokens]
                 + self.distances(look.kinds) + self.apart(look.apart) + look.signs @ self.signs)
        scores = self.scores(self.drop(functional.relu(pairs)))
        return scores.masked_fill(~look.inside[..., None], NEVER), self.heads(values[look.anchors])[:, NOBODY]


class Batch:
    """Paragraphs behind each other, with as many empty tokens between as a layer looks over."""

    def __init__(self, units, shape, row_dropout=0.0):
        gap = max(shape.dilations)
        rows, offsets, mask, syntax, self.places, count, place = [], [], [], [], [], 0, 0
        none = numpy.full((gap, 3), IGNORED)
        for document, (first, end) in units:
            place += gap
            self.places.append(place)
            rows.append(document.rows[document.offsets[first]:document.offsets[end]])
            offsets += [numpy.full(gap, count), document.offsets[first:end] - document.offsets[first] + count]
            mask += [numpy.zeros(gap, numpy.float32), numpy.ones(end - first, numpy.float32)]
            syntax += [none, document.syntax[first:end]]
            count += len(rows[-1])
            place += end - first
        rows, offsets = numpy.concatenate(rows) & ((1 << shape.row_bits) - 1), numpy.concatenate(
            offsets + [numpy.full(gap, count)])
        if row_dropout:
            kept = torch.rand(len(rows)).numpy() >= row_dropout
            before = numpy.concatenate([[0], numpy.cumsum(kept)])
            offsets, rows = before[offsets], rows[kept]
        self.rows, self.offsets = torch.from_numpy(rows), torch.from_numpy(offsets)
        self.mask = torch.from_numpy(numpy.concatenate(mask + [numpy.zeros(gap, numpy.float32)]))
        self.syntax = torch.from_numpy(numpy.concatenate(syntax + [none]))
        lengths = numpy.array([end - first for _, (first, end) in units])
        steps = numpy.arange(lengths.max())
        holds = steps < lengths[:, None]
        self.padded = torch.from_numpy(numpy.where(holds, numpy.array(self.places)[:, None] + steps, 0))
        self.holds, self.lengths = torch.from_numpy(holds), torch.from_numpy(lengths)


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
