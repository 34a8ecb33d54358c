#!/usr/bin/env python3
"""Trains the network that reads English articles a second time; README.md beside this tells what from.

  train-reading.py EXAMPLES=GOLD... --news EXAMPLES=GOLD --out reading-en.network

EXAMPLES is what `sutra-train examples` writes of GOLD, annotated documents, one JSON object a line. Those behind
--news are annotated in the way of the program, so that they count several times. One in twelve of the others is kept apart.
"""
import argparse
import random
import struct
import time

import numpy
import torch
from torch.nn import functional

import reading_network
from reading_data import BEFORE, BEHIND, load
from reading_network import NEVER, SCORES, Batch, Look, Network

HELD_OUT = 12
NEWS_WEIGHT = 4
REPORTS_WEIGHT = 20
# Paragraphs are never cut, so that a pass may have a few steps more than its tokens make.
SPARE_STEPS = 50
REVISION = 1
IGNORED = -100


def losses(network, units, row_dropout):
    """How far the network is from the annotation of some paragraphs: in what reports, and in ends."""
    batch = Batch(units, row_dropout)
    values = network.tokens(batch)
    wanted, items, goals = torch.zeros(len(batch.mask)), [], []
    for (document, unit), place in zip(units, batch.places):
        for token in range(*unit):
            if token in document.quotes:
                wanted[token - unit[0] + place] = 1
                items.append((document, unit, place, token))
                goals.append(goal(unit, token, *document.quotes[token]))
    reports = functional.binary_cross_entropy_with_logits(
        network.heads(values)[:, 0], wanted, weight=batch.mask, reduction="sum") / batch.mask.sum()
    if not items:
        return reports, torch.zeros(())
    scores, nobody = network.pointers(values, Look(items))
    scores = torch.cat([scores, torch.full((len(items), 1, SCORES), NEVER)], 1)
    scores[:, -1, 2:] = nobody[:, None]
    ends = functional.cross_entropy(
        scores.permute(0, 2, 1).reshape(-1, scores.shape[1]), torch.tensor(goals).reshape(-1), ignore_index=IGNORED)
    return reports, ends


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
    for epoch in range(options.stop):
        random.shuffle(units)
        sums, steps, index = [0.0, 0.0], 0, 0
        network.train()
        while index < len(units):
            group, size = [], 0
            while index < len(units) and size < options.tokens:
                group.append(units[index])
                size += units[index][1][1] - units[index][1][0]
                index += 1
            reports, ends = losses(network, group, 0.1)
            optimizer.zero_grad()
            (REPORTS_WEIGHT * reports + ends).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            sums, steps = [sums[0] + reports.item(), sums[1] + ends.item()], steps + 1
        print(f"pass {epoch + 1}: reports {sums[0] / steps:.4f}, ends {sums[1] / steps:.4f}, "
              f"{time.time() - begin:.0f} s", flush=True)
        write(network, options)


def matrix(values):
    """A matrix of bytes, each column with what a unit of it is worth."""
    values = values.detach().numpy().astype(numpy.float32)
    scale = numpy.maximum(numpy.abs(values).max(axis=0), 1e-8) / 127
    scale = scale.astype("<f4")
    return scale.tobytes() + numpy.clip(numpy.rint(values / scale), -127, 127).astype(numpy.int8).tobytes()


def numbers(values):
    return values.detach().numpy().astype("<f4").tobytes()


def layer(weights, bias):
    return matrix(weights) + numbers(bias)


def write(network, options):
    """The network as `ReadingNetworkFile` of the core reads it."""
    out = [b"SUTRARDG", struct.pack("<II4sIII", 1, REVISION, options.language.encode(), reading_network.ROW_BITS,
                                    reading_network.WIDTH, reading_network.PAIR)]
    dilations = bytes(reading_network.DILATIONS)
    out.append(bytes([len(dilations)]) + dilations + bytes(7 - len(dilations)))
    out.append(struct.pack("<f20x", options.margin))
    out.append(matrix(network.embedding.weight) + numbers(network.base))
    for convolution in network.convolutions:
        weights = convolution.weight.permute(2, 1, 0).reshape(-1, reading_network.WIDTH)
        out.append(layer(weights, convolution.bias))
    out.append(layer(network.query.weight.t(), network.query.bias))
    out.append(layer(network.key.weight.t(), network.key.bias))
    out += [matrix(network.distances.weight), matrix(network.apart.weight), matrix(network.signs)]
    out.append(layer(network.scores.weight.t(), network.scores.bias))
    with open(options.out, "wb") as file:
        file.write(b"".join(out))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="EXAMPLES=GOLD")
    parser.add_argument("--news", action="append", default=[], metavar="EXAMPLES=GOLD")
    parser.add_argument("--language", default="en")
    parser.add_argument("--out", required=True)
    parser.add_argument("--passes", type=int, default=6, help="passes over all that the rate of learning falls in")
    parser.add_argument("--stop", type=int, default=3, help="passes that are made")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--tokens", type=int, default=3000, help="tokens of a step")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--margin", type=float, default=4, help="by how much other ends must score higher")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    documents = [document for pair in options.sets for document in load(*pair.split("="))]
    learnt = [document for number, document in enumerate(documents) if number % HELD_OUT]
    news = [document for pair in options.news for document in load(*pair.split("="))]
    units = [(document, unit) for document in learnt for unit in document.units]
    units += [(document, unit) for document in news for unit in document.units] * NEWS_WEIGHT
    train(Network(), units, options)


if __name__ == "__main__":
    main()
