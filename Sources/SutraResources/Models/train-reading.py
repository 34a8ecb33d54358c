#!/usr/bin/env python3
"""Trains the network that reads English articles a second time; README.md beside this tells what from.

  train-reading.py EXAMPLES=GOLD... --news EXAMPLES=GOLD --parses PARSES --out reading-en.network

EXAMPLES is what `sutra-train examples` writes of GOLD, annotated documents, one JSON object a line. Those behind
--news are annotated in the way of the program, so that they count several times. PARSES is what `parse-en.py` writes of
all of them. One in twelve of the others is kept apart.
"""
import argparse
import random
import struct
import time

import numpy
import torch
from torch.nn import functional

from reading_data import BEFORE, BEHIND, FARTHEST_HEAD, IGNORED, kinds_of, load, load_parses
from reading_network import CLAUSE, NEVER, SCORES, THING, Batch, Look, Network

HELD_OUT = 12
REPORTS_WEIGHT, SYNTAX_WEIGHT = 20, 0.3
ROW_DROPOUT = 0.15
# Paragraphs are never cut, so that a pass may have a few steps more than its tokens make.
SPARE_STEPS = 50
REVISION = 2
# The core's layers have so many outputs, or a multiple.
LANES = 8


def losses(network, units):
    """How far the network is from the annotation of some paragraphs: in what reports, in ends, and in syntax."""
    batch = Batch(units, network.shape, ROW_DROPOUT)
    values = network.tokens(batch)
    wanted, items, goals = torch.zeros(len(batch.mask), 2), [], []
    counts = batch.mask[:, None].repeat(1, 2)
    for (document, unit), place in zip(units, batch.places):
        if document.is_news:
            # What is only spoken about is not annotated there.
            counts[place:place + unit[1] - unit[0], 1] = 0
        for token in range(*unit):
            if token in document.quotes:
                content, source, is_clause = document.quotes[token]
                wanted[token - unit[0] + place] = torch.tensor([float(is_clause), 1.0])
                counts[token - unit[0] + place, 1] = 1
                items.append((document, unit, place, token))
                goals.append(goal(unit, token, content, source))
    heads = network.heads(values)
    reports = functional.binary_cross_entropy_with_logits(
        heads[:, [CLAUSE, THING]], wanted, weight=counts, reduction="sum") / batch.mask.sum()
    known = batch.syntax[:, 0] != IGNORED
    syntax = sum(functional.cross_entropy(layer(values[known]), batch.syntax[known, column])
                 for column, layer in enumerate(network.syntax)) if known.any() else torch.zeros(())
    if not items:
        return reports, torch.zeros(()), syntax
    scores, nobody = network.pointers(values, Look(items))
    scores = torch.cat([scores, torch.full((len(items), 1, SCORES), NEVER)], 1)
    scores[:, -1, 2:] = nobody[:, None]
    ends = functional.cross_entropy(
        scores.permute(0, 2, 1).reshape(-1, scores.shape[1]), torch.tensor(goals).reshape(-1), ignore_index=IGNORED)
    return reports, ends, syntax


def goal(unit, anchor, content, source):
    """Which token of the window is each of the four ends; the last one stands for no source."""
    def place(token):
        inside = unit[0] <= token < unit[1] and -BEFORE <= token - anchor < BEHIND
        return token - anchor + BEFORE if inside else IGNORED

    nobody = BEFORE + BEHIND
    return [place(content[0]), place(content[1] - 1),
            place(source[0]) if source else nobody, place(source[1] - 1) if source else nobody]


def train(network, units, options):
    total = sum(unit[1] - unit[0] for _, unit in units)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, options.rate, total_steps=options.passes * (total // options.tokens + 1) + SPARE_STEPS,
        pct_start=0.1)
    print(f"{len(units)} paragraphs, {total} tokens", flush=True)
    begin = time.time()
    for epoch in range(options.passes):
        random.shuffle(units)
        sums, steps, index = numpy.zeros(3), 0, 0
        network.train()
        while index < len(units):
            group, size = [], 0
            while index < len(units) and size < options.tokens:
                group.append(units[index])
                size += units[index][1][1] - units[index][1][0]
                index += 1
            parts = losses(network, group)
            optimizer.zero_grad()
            (REPORTS_WEIGHT * parts[0] + parts[1] + SYNTAX_WEIGHT * parts[2]).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            sums, steps = sums + [part.item() for part in parts], steps + 1
        print(f"pass {epoch + 1}: reports {sums[0] / steps:.4f}, ends {sums[1] / steps:.4f}, "
              f"syntax {sums[2] / steps:.4f}, {time.time() - begin:.0f} s", flush=True)
        write(network, options)
        if options.keep:
            torch.save((vars(options), network.state_dict()), options.keep)


def matrix(values):
    """A matrix of bytes, each column with what a unit of it is worth."""
    values = values.detach().numpy().astype(numpy.float32)
    scale = numpy.maximum(numpy.abs(values).max(axis=0), 1e-8) / 127
    scale = scale.astype("<f4")
    return scale.tobytes() + numpy.clip(numpy.rint(values / scale), -127, 127).astype(numpy.int8).tobytes()


def numbers(values):
    return values.detach().numpy().astype("<f4").tobytes()


def layer(weights, bias):
    """A layer of weights [input, output], with columns of zeros where the core needs more outputs."""
    spare = -weights.shape[1] % LANES
    return matrix(functional.pad(weights, (0, spare))) + numbers(functional.pad(bias, (0, spare)))


def linear(module):
    return layer(module.weight.t(), module.bias)


def write(network, options):
    """The network as `ReadingNetworkFile` of the core reads it."""
    out = [b"SUTRARDG", struct.pack("<II4sIII", 2, REVISION, options.language.encode(), options.row_bits,
                                    options.width, options.pair)]
    dilations = bytes(options.dilations)
    out.append(bytes([len(dilations)]) + dilations + bytes(7 - len(dilations)))
    out.append(struct.pack("<fffIff", options.margin, options.clause, options.thing, options.memory,
                           options.wide_clause, options.wide_thing))
    out.append(matrix(network.embedding.weight) + numbers(network.base))
    for convolution in network.convolutions:
        out.append(layer(convolution.weight.permute(2, 1, 0).reshape(-1, options.width), convolution.bias))
    memory = network.memory
    for way in ("", "_reverse"):
        for kind in ("ih", "hh"):
            out.append(layer(getattr(memory, f"weight_{kind}_l0{way}").t(), getattr(memory, f"bias_{kind}_l0{way}")))
    out += [linear(part) for part in (network.mix, network.heads, network.query, network.key)]
    out += [matrix(network.distances.weight), matrix(network.apart.weight), matrix(network.signs)]
    # Scores are so few that they have no spare columns.
    out.append(matrix(network.scores.weight.t()) + numbers(network.scores.bias))
    with open(options.out, "wb") as file:
        file.write(b"".join(out))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="EXAMPLES=GOLD")
    parser.add_argument("--news", action="append", default=[], metavar="EXAMPLES=GOLD")
    parser.add_argument("--parses", required=True)
    parser.add_argument("--language", default="en")
    parser.add_argument("--out", required=True)
    parser.add_argument("--keep", metavar="FILE")
    parser.add_argument("--passes", type=int, default=7, help="passes over all")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--tokens", type=int, default=3000, help="tokens of a step")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--news-weight", type=int, default=5)
    parser.add_argument("--width", type=int, default=96, help="values of a token")
    parser.add_argument("--pair", type=int, default=64, help="values of a pair of tokens")
    parser.add_argument("--memory", type=int, default=96, help="values that are remembered each way")
    parser.add_argument("--row-bits", type=int, default=16, help="rows of features, as power of 2")
    parser.add_argument("--dilations", type=int, nargs="+", default=[1, 2, 4, 8])
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--margin", type=float, default=2, help="by how much other ends must score higher")
    parser.add_argument("--clause", type=float, default=1.5, help="least of what only the network finds")
    parser.add_argument("--thing", type=float, default=99, help="least of what is no clause")
    parser.add_argument("--wide-clause", type=float, default=-0.5, help="the same where all is wanted")
    parser.add_argument("--wide-thing", type=float, default=0.5)
    return parser.parse_args()


def documents_of(options):
    """The documents to learn from, those kept apart, and those annotated in the way of the program."""
    parses = load_parses(options.parses)
    documents = [document for pair in options.sets for document in load(*pair.split("="), parses)]
    news = [document for pair in options.news for document in load(*pair.split("="), parses, is_news=True)]
    kinds = kinds_of(parses)
    for document in documents + news:
        document.learn_syntax(parses.get(document.id), kinds)
    learnt = [document for number, document in enumerate(documents) if number % HELD_OUT]
    return learnt, documents[::HELD_OUT], news, [len(kinds[0]), len(kinds[1]), 2 * FARTHEST_HEAD + 1]


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    learnt, _, news, syntax = documents_of(options)
    units = [(document, unit) for document in learnt for unit in document.units]
    units += [(document, unit) for document in news for unit in document.units] * options.news_weight
    train(Network(options, syntax), units, options)


if __name__ == "__main__":
    main()
