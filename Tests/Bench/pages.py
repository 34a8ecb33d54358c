"""Pages for the benchmarks, made of the built-in samples, and what reading them takes."""
import gzip
import importlib.util
import os
import statistics
import subprocess
import sys
import time

import driver

HEAD = ('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The bridge is open | Town</title>'
        '<meta property="og:site_name" content="Town"></head><body>')


def news(paragraphs, links=200):
    """A page as news sites write it: menus, boxes within the text, lists below it."""
    menu = "".join(f'<li class="menu-item"><a href="/part/{n}">Part {n}</a></li>' for n in range(links))
    below = "".join(f'<div class="teaser card"><a href="/story/{n}"><h3>Another story, number {n}</h3></a></div>'
                    for n in range(links))
    box = '<div class="related"><h4>Read more</h4><ul><li><a href="/x">Another story</a></li></ul></div>'
    text = "".join(f'<p class="paragraph">{line}</p>' + (box if n % 6 == 5 else "") for n, line in enumerate(paragraphs))
    return (f'{HEAD}<nav><ul>{menu}</ul></nav><main><h1>The bridge is open</h1><div class="byline">By Rumana Haque</div>'
            f'<div class="story-body">{text}</div></main><aside>{below}</aside><footer>All of it is ours.</footer>').encode()


def hostile(paragraph):
    """Pages that are large or odd, by their names."""
    line = f"<p>{paragraph}</p>\n"
    prose = line * 1_000
    return {
        "10 MB of paragraphs": HEAD + line * (10_000_000 // len(line.encode())),
        "100,000 elements within each other": HEAD + prose + "<div>" * 100_000 + paragraph,
        "20,000 parts with headings": HEAD + "".join(
            f'<div class="part"><h2>A heading of part {n}</h2>{line}</div>' for n in range(20_000)),
        "20,000 elements with text within each other": HEAD + prose + f"<div>{paragraph}" * 20_000,
        "1 MB of attributes": HEAD + "<p " + " ".join(f"a{n}=1" for n in range(120_000)) + ">" + paragraph + prose,
        "200,000 links": HEAD + prose + "".join(f'<a href="/{n}">l{n}</a>' for n in range(200_000)),
        "200,000 items of a list": HEAD + prose + "<ul>" + "".join(f"<li>item {n}</li>" for n in range(200_000)),
        "600,000 words in bold": HEAD + prose + "<p>" + "<b>x</b> " * 600_000,
    }


def reading(sutra, path):
    """Milliseconds of processor time, and peak MiB, of a whole process that prints a page."""
    child = subprocess.Popen([sutra, "--print", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while True:
        ended, _, used = os.wait4(child.pid, os.WNOHANG)
        if ended:
            break
        peak = max(peak, driver.status(child.pid, "VmHWM"))
        time.sleep(0.001)
    child.returncode = 0
    return 1e3 * (used.ru_utime + used.ru_stime), peak / 1024


# The article and what is told about it, as JSON, of each page.
EXTRACT = """
import sys, trafilatura
for path in sys.argv[1:]:
    with open(path, "rb") as page:
        trafilatura.extract(page.read(), output_format="json", with_metadata=True)
"""


def together(words, paths):
    """Milliseconds of processor time a page, of one process that reads all."""
    before = os.times()
    subprocess.run(words + paths, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return 1e3 * used / len(paths)


def saved(folder, target):
    """The pages of a folder, unpacked: their paths."""
    for name in sorted(os.listdir(folder)):
        if name.endswith((".html", ".html.gz")):
            with (gzip.open if name.endswith(".gz") else open)(os.path.join(folder, name), "rb") as page:
                path = os.path.join(target, name.removesuffix(".gz"))
                with open(path, "wb") as out:
                    out.write(page.read())
            yield path


def tables(sutra, paragraphs, folder, pages, runs):
    """The table of pages: one of news, those of a folder, and hostile ones."""
    def write(name, bytes_):
        path = os.path.join(folder, name + ".html")
        with open(path, "wb") as file:
            file.write(bytes_)
        return path

    yield "| page | KiB | CPU ms | peak MiB | times the page |\n|---|--:|--:|--:|--:|"
    one = write("news", news(paragraphs * 2))
    measured = [reading(sutra, one) for _ in range(runs)]
    size = os.path.getsize(one)
    yield f"| news | {size / 1024:.0f} | {statistics.median(cpu for cpu, _ in measured):.1f} | | |"
    if pages:
        paths = list(saved(pages, folder))
        alone = statistics.mean(min(reading(sutra, path)[0] for _ in range(3)) for path in paths)
        size = statistics.mean(map(os.path.getsize, paths))
        yield f"| {len(paths)} saved ones, a process each, mean | {size / 1024:.0f} | {alone:.1f} | | |"
        peer = importlib.util.find_spec("trafilatura") is not None
        rounds = []
        for _ in range(runs if peer else 1):
            own = together([sutra, "analyze", "--jobs", "1", "--format", "jsonl"], paths)
            rounds.append((own, together([sys.executable, "-c", EXTRACT], paths) if peer else 0))
        own, others = (statistics.median(one[side] for one in rounds) for side in [0, 1])
        ratio = statistics.median(own / other for own, other in rounds) if peer else 0
        beside = f" ({ratio:.2f}x)" if peer else ""
        yield f"| the same in one process, with their analysis | | {own:.1f}{beside} | | |"
        if peer:
            yield f"| the same by trafilatura, cut out alone | | {others:.1f} | | |"
    for name, text in hostile(paragraphs[1]).items():
        path = write("hostile", text.encode())
        size = os.path.getsize(path)
        cpu, peak = max(reading(sutra, path) for _ in range(3))
        yield f"| {name} | {size / 1024:,.0f} | {cpu:,.0f} | {peak:.1f} | {peak * 1048576 / size:.1f} |"
    yield ""
