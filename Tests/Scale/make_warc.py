#!/usr/bin/env python3
"""Makes a WARC of pages that are nobody's, as a crawler of newspapers would have kept them.

  Tests/Scale/make_warc.py OUT.warc.gz --bytes 1000000000
  Tests/Scale/make_warc.py OUT.warc.gz --pages 2000 --language en --seed 7

Beside each answer with an article stands its request, and some answers hold none: fronts, pictures, 404. Some bodies
are packed or in pieces, as servers send them. OUT is packed record by record where its name ends in .gz. Needs warcio.
"""
import argparse
import gzip
import io
import random
import sys

import pages

try:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter
except ImportError:
    sys.exit("make_warc.py: warcio is absent; install it: pip install warcio")


def chunked(body):
    """A body in pieces, each with its length before it."""
    pieces = [body[start:start + 8192] for start in range(0, len(body), 8192)] + [b""]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


class Crawl:
    """A WARC that is being written."""

    def __init__(self, file, packed):
        self.writer = WARCWriter(file, gzip=packed)
        # The same file for the same seed: ids and dates are counted, not drawn.
        self.number = 0

    def record(self, kind, address, head, body):
        self.number += 1
        headers = {"WARC-Record-ID": f"<urn:uuid:{self.number:08x}-0000-4000-8000-000000000000>",
                   "WARC-Date": f"2026-11-{1 + self.number // 86400 % 28:02}T{self.number // 3600 % 24:02}:00:00Z"}
        self.writer.write_record(self.writer.create_warc_record(
            address, kind, payload=io.BytesIO(body), http_headers=head, warc_headers_dict=headers))

    def request(self, address):
        head = StatusAndHeaders("GET / HTTP/1.1", [("Host", "news.example"), ("User-Agent", "crawler")], is_http_request=True)
        self.record("request", address, head, b"")

    def answer(self, address, body, status="200 OK", kind="text/html; charset=utf-8", coding=None):
        lines = [("Content-Type", kind), ("Server", "news")]
        if coding == "gzip":
            body = gzip.compress(body, 6, mtime=0)
            lines.append(("Content-Encoding", "gzip"))
        elif coding == "chunked":
            body = chunked(body)
            lines.append(("Transfer-Encoding", "chunked"))
        self.record("response", address, StatusAndHeaders(status, lines, protocol="HTTP/1.1"), body)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--bytes", type=int, help="as many pages as have so many bytes before they are packed")
    parser.add_argument("--pages", type=int, help="so many articles")
    parser.add_argument("--language", choices=sorted(pages.LANGUAGES), help="the other one as well, without this")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    order = random.Random(arguments.seed)
    codes = [arguments.language] if arguments.language else ["en", "bn"]
    made = number = 0
    with open(arguments.out, "wb") as file:
        crawl = Crawl(file, arguments.out.endswith(".gz"))
        while number < (arguments.pages or 1 << 62) and made < (arguments.bytes or 1 << 62):
            code = codes[number % len(codes)]
            address = f"https://{code}{number % 40}.news.example/{number}"
            body = pages.page(code, number, order)
            crawl.request(address)
            crawl.answer(address, body, coding={3: "gzip", 5: "chunked"}.get(number % 10))
            if number % 20 == 7:
                crawl.answer(address + "/front", pages.front(code, number, order))
            if number % 20 == 11:
                crawl.answer(address + ".jpg", bytes(2000), kind="image/jpeg")
            if number % 20 == 13:
                crawl.answer(address + "/gone", b"<p>gone", status="404 Not Found")
            number += 1
            made += len(body)
    print(f"{number} articles, {made} bytes of pages")


if __name__ == "__main__":
    main()
