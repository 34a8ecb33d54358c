"""Pages of newspapers that are nobody's: made of templates and of names that are put together, the same for the same seed."""
import html
import random

# What an article is made of: for each language the parts of names, and sentences with places for them.
ENGLISH = {
    "first": "Anna Daniel Helen Tomas Ines Samuel Ruth Joseph Maria Peter Nadia Victor Clara Hugo Leila Oscar Edith Ivan".split(),
    "last": "Marlowe Ferrand Duarte Brandt Okafor Lindqvist Harlan Petrov Costa Whitby Iqbal Moreno Sandell Achterberg Pryce Tanaka".split(),
    "role": ["mayor", "harbour master", "minister for transport", "head of the river board", "farmer", "nurse at the district hospital",
             "spokesman for the ferry company", "professor of hydrology", "police commander", "union secretary"],
    "place": "Port Ellery, Lowen, Karsby, Upper Weir, Saint Almo, Brackwater, Tornholm, Mirefield, Eastquay, Dunmarsh".split(", "),
    "body": ["the town council", "the river board", "the ministry of works", "the farmers' union", "the ferry company", "the audit office"],
    "thing": ["bridge", "ferry", "flood wall", "hospital wing", "school roof", "night train", "fish market", "water plant", "road", "library"],
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "headline": ["{thing} in {place} to close after storm", "{place} waits for a new {thing}", "Cost of {thing} doubles, {body} admits",
                 "Residents of {place} want {thing} back"],
    "sentences": [
        "“We have run out of safe ways to keep the {thing} open, and every week we wait makes the repair dearer,” {first} {last}, the {role}, said on {day}.",
        "{first} {last}, the {role}, said that the {thing} in {place} would be ready within {n} months.",
        "According to {body}, the {thing} has cost {n} million crowns since {year}.",
        "{last} denied that any warning about the {thing} had been ignored.",
        "“Nobody asked us,” {first} {last} told reporters in {place}. “They built the {thing} and left.”",
        "The {thing} carries some {n} thousand people a day, most of them on their way to {place}.",
        "Work on the {thing} began in {year}, and has been interrupted {n} times by high water.",
        "Officials of {body}, who did not want to be named, said the figures had been known since {day}.",
        "In a letter of {year}, {first} {last} wrote that the {thing} “moves when a bus goes over it”.",
        "On {day} some {n} residents of {place} met in front of the office of {body}.",
        "{body_} promised to publish all papers about the {thing} by {day}.",
        "It rained for {n} days in {place}, and the water stood as high as in {year}.",
    ],
    "chrome": ["Home", "News", "Sport", "Weather", "Opinion", "Archive", "Subscribe", "Contact", "Terms of use", "Most read"],
}
BENGALI = {
    "first": "মাহবুবা নাজমা রফিকুল আনোয়ার শামীমা তানভীর ফারহানা জাহিদ সালমা কামরুল দেবাশীষ শর্মিলা মিজানুর রেহানা অনিমেষ সুব্রত".split(),
    "last": "নাসরিন পারভীন ইসলাম হোসেন আক্তার হাসান চৌধুরী রহমান বেগম সরকার দাস রায় মণ্ডল খাতুন সেন তালুকদার".split(),
    "role": ["জেলা প্রশাসক", "উপজেলা চেয়ারম্যান", "পৌর মেয়র", "প্রধান শিক্ষক", "কৃষক", "জেলে", "প্রকৌশলী", "চিকিৎসক", "পুলিশ সুপার", "অধ্যাপক"],
    "place": "সুনামগঞ্জ, তাহিরপুর, ধর্মপাশা, শাল্লা, খুলনা, রাজশাহী, বরিশাল, কুড়িগ্রাম, ভোলা, নেত্রকোনা".split(", "),
    "body": ["পানি উন্নয়ন বোর্ড", "জেলা প্রশাসন", "সড়ক বিভাগ", "কৃষি অধিদপ্তর", "নৌপরিবহন অধিদপ্তর", "শিক্ষা বোর্ড"],
    "thing": ["সেতু", "বাঁধ", "ফেরিঘাট", "হাসপাতাল", "পাঠাগার", "বিদ্যালয়", "রেলস্টেশন", "মাছের বাজার", "সড়ক", "পানি শোধনাগার"],
    "day": "সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রোববার".split(),
    "headline": ["{place}ের {thing} বন্ধ, ভোগান্তিতে মানুষ", "{thing} চায় {place}", "{thing} নির্মাণে খরচ বেড়েছে দ্বিগুণ", "{place}ে নতুন {thing}"],
    "sentences": [
        "{role} {first} {last} বলেন, “{thing} আর নিরাপদ নেই। যত দেরি হবে, খরচ তত বাড়বে।”",
        "{first} {last} জানিয়েছেন, {n} মাসের মধ্যে {place}ের {thing} চালু হবে।",
        "{body} জানায়, {year} সাল থেকে {thing} নির্মাণে {n} কোটি টাকা খরচ হয়েছে।",
        "গতকাল {day} {place}ে এক সংবাদ সম্মেলনে {first} {last} বলেন, “আমাদের কেউ কিছু জানায়নি।”",
        "{last} অভিযোগ অস্বীকার করে বলেন, {thing} নিয়ে কোনো অনিয়ম হয়নি।",
        "প্রতিদিন প্রায় {n} হাজার মানুষ এই {thing} ব্যবহার করেন।",
        "{year} সালে {thing} নির্মাণের কাজ শুরু হয়, বন্যায় তা {n} বার বন্ধ ছিল।",
        "নাম প্রকাশে অনিচ্ছুক {body}ের এক কর্মকর্তা বলেন, হিসাবে গরমিল আগে থেকেই জানা ছিল।",
        "“মেয়েরা এখন নৌকায় করে স্কুলে যায়,” বললেন {role} {first} {last}।",
        "{day} {body}ের কার্যালয়ের সামনে {n} জন মানববন্ধন করেন।",
        "টানা {n} দিনের বৃষ্টিতে {place}ের নিচু এলাকা তলিয়ে গেছে।",
    ],
    "chrome": ["প্রচ্ছদ", "সর্বশেষ", "খেলা", "আবহাওয়া", "মতামত", "আর্কাইভ", "গ্রাহক হোন", "যোগাযোগ", "শর্তাবলি", "সর্বাধিক পঠিত"],
}
LANGUAGES = {"en": ENGLISH, "bn": BENGALI}
DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")


def filled(template, parts, code, order):
    """A template with its places filled."""
    n, year = str(order.randint(2, 90)), str(order.randint(1990, 2026))
    if code == "bn":
        n, year = n.translate(DIGITS), year.translate(DIGITS)
    values = {name: order.choice(parts[name]) for name in ("first", "last", "role", "place", "body", "thing", "day")}
    body = values["body"]
    text = template.format(n=n, year=year, body_=body[0].upper() + body[1:], **values)
    return text[0].upper() + text[1:]


def paragraphs(code, order):
    """The headline of an article, and its paragraphs: some 350 words, as many as pages of newspapers have in the middle."""
    parts = LANGUAGES[code]
    count = min(60, max(6, int(order.lognormvariate(3.0, 0.5))))
    sentences = [filled(order.choice(parts["sentences"]), parts, code, order) for _ in range(count)]
    groups = []
    while sentences:
        size = order.randint(1, 4)
        groups.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    return filled(order.choice(parts["headline"]), parts, code, order), groups


def page(code, number, order):
    """The page of an article in UTF-8, with what a newspaper puts around it."""
    parts = LANGUAGES[code]
    headline, groups = paragraphs(code, order)
    site = f"{code}{number % 40}.news.example"
    date = f"{2025 + number % 2}-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:15:00Z"
    name = f"{order.choice(parts['first'])} {order.choice(parts['last'])}"
    menu = "".join(f'<li class="menu-item"><a href="/{index}/">{word}</a></li>' for index, word in enumerate(parts["chrome"]))
    others = "".join(
        f'<div class="teaser"><a href="/{number + index}"><img src="/i/{index}.jpg" alt=""><h3>'
        f'{html.escape(filled(order.choice(parts["headline"]), parts, code, order))}</h3></a></div>' for index in range(30))
    script = "window.__state={" + ",".join(f'"k{index}":"{order.getrandbits(256):064x}"' for index in range(60)) + "};"
    style = "".join(f".c{index}{{margin:{index}px;color:#{order.getrandbits(24):06x}}}" for index in range(250))
    text = "\n".join(f"<p>{html.escape(group, quote=False)}</p>" for group in groups)
    return f"""<!DOCTYPE html>
<html lang="{code}"><head><meta charset="utf-8"><title>{html.escape(headline)}</title>
<meta property="og:type" content="article"><meta property="og:title" content="{html.escape(headline)}">
<meta property="og:site_name" content="{site}"><meta property="article:published_time" content="{date}">
<meta name="author" content="{name}"><link rel="canonical" href="https://{site}/{number}">
<style>{style}</style><script>{script}</script></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{html.escape(headline)}</h1>
{text}
</article><aside>{others}</aside></main><footer><ul>{menu}</ul></footer><script>{script}</script></body></html>
""".encode()


def front(code, number, order):
    """A page that is no article: teasers alone."""
    parts = LANGUAGES[code]
    teasers = "".join(
        f'<div class="teaser"><a href="/{index}">{html.escape(filled(order.choice(parts["headline"]), parts, code, order))}</a></div>'
        for index in range(60))
    return f"<!DOCTYPE html><html lang=\"{code}\"><head><title>{number}</title></head><body>{teasers}</body></html>".encode()
