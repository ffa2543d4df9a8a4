#!/usr/bin/env python3
"""Writes a web archive of invented news pages, for measuring and for tests.

    tools/make_warc.py --pages 100000 -o big.warc.gz
    tools/make_warc.py --pages 40 --list pages.tsv -o small.warc

Each page has the debris that pages have (navigation, consent banner, pointers to other pages, comments) around a short
report; before its record stands one of the request, behind it one of metadata. Some servers pack or chunk what they send.
Some pages are in other languages, some are damaged, some are no pages at all; --list tells which. The same seed gives the
same bytes, and a page does not depend on how many there are: the first thousand pages are those of --pages 1000.
"""
import argparse
import gzip
import hashlib
import html
import json
import random
import subprocess
import sys
import zlib
from datetime import datetime, timedelta

COUNTRIES = {  # capital, adjective
    'Kenya': ('Nairobi', 'Kenyan'), 'Chad': ("N'Djamena", 'Chadian'), 'Poland': ('Warsaw', 'Polish'),
    'Germany': ('Berlin', 'German'), 'France': ('Paris', 'French'), 'Egypt': ('Cairo', 'Egyptian'),
    'Iran': ('Tehran', 'Iranian'), 'India': ('New Delhi', 'Indian'), 'Japan': ('Tokyo', 'Japanese'),
    'Brazil': ('Brasilia', 'Brazilian'), 'Turkey': ('Ankara', 'Turkish'), 'Norway': ('Oslo', 'Norwegian'),
    'Pakistan': ('Islamabad', 'Pakistani'), 'Ukraine': ('Kyiv', 'Ukrainian'), 'Ghana': ('Accra', 'Ghanaian'),
    'Vietnam': ('Hanoi', 'Vietnamese'), 'Mexico': ('Mexico City', 'Mexican'), 'Greece': ('Athens', 'Greek'),
}
SENTENCES = [
    'The {a1} foreign minister met {b1} officials in {c} on {day} to discuss {topic}, which both governments want to settle this year.',
    '{A} accused {B} on {day} of {misdeed} and said that it would answer with measures of its own before the end of the month.',
    '{A} signed an agreement with {B} on {topic} in {c} on {day}, the first of its kind between the two countries in a decade.',
    'Police in {c} arrested {n} people on {day} after hundreds of demonstrators marched to parliament over {topic}.',
    'The {a1} government rejected a proposal by {B} on {topic} on {day} and called for new talks in the coming weeks.',
    '{A} will send {n} tonnes of grain to {B} after the floods of last month, the {a1} agriculture ministry said on {day}.',
    'The president of {A} threatened {B} with sanctions on {day} unless an accord on {topic} is reached before winter.',
    '{B} expelled {n} {a1} diplomats on {day}, a step that the {a1} foreign ministry condemned as without any ground.',
    'Soldiers of the {a1} army shelled a village near the border on {day}, and {n} people were wounded, a hospital said.',
    'Lawmakers in {c} approved a budget on {day} that gives more money to schools and roads in the poorer provinces of {A}.',
]
TOPICS = ['fishing rights', 'the price of gas', 'a new railway', 'water from the shared river', 'trade in grain',
          'the exchange of prisoners', 'border crossings', 'the debts of the ports']
MISDEEDS = ['sheltering rebels', 'flying drones over its territory', 'holding back water', 'arming militias on the border']
DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
FOREIGN = {
    'fr': ['Le ministre des affaires étrangères a rencontré son homologue lundi pour parler du prix du gaz et de la frontière.',
           'Les deux gouvernements veulent signer un accord avant la fin de cette année, selon un communiqué du ministère.',
           'Des centaines de manifestants ont marché vers le parlement, où la police a arrêté une douzaine de personnes.'],
    'de': ['Die Außenministerin traf am Montag ihren Amtskollegen, um über den Preis von Gas und über die Grenze zu sprechen.',
           'Beide Regierungen wollen noch in diesem Jahr ein Abkommen unterzeichnen, wie das Ministerium mitteilte.',
           'Hunderte Menschen zogen zum Parlament, wo die Polizei ein Dutzend von ihnen festnahm und den Platz räumte.'],
    'es': ['El ministro de asuntos exteriores se reunió el lunes con su homólogo para hablar del precio del gas y de la frontera.',
           'Los dos gobiernos quieren firmar un acuerdo antes de que termine el año, según dijo un portavoz del ministerio.',
           'Cientos de manifestantes marcharon hacia el parlamento, donde la policía detuvo a una docena de personas.'],
    'ru': ['Министр иностранных дел встретился в понедельник со своим коллегой, чтобы обсудить цену газа и положение на границе.',
           'Оба правительства хотят подписать соглашение до конца этого года, говорится в сообщении министерства.',
           'Сотни людей прошли к парламенту, где полиция задержала около десятка демонстрантов и очистила площадь.'],
    'ar': ['التقى وزير الخارجية يوم الاثنين نظيره لبحث أسعار الغاز والوضع على الحدود بين البلدين.',
           'تريد الحكومتان توقيع اتفاق قبل نهاية هذا العام وفق ما جاء في بيان الوزارة.',
           'سار مئات المتظاهرين نحو البرلمان حيث اعتقلت الشرطة عددا منهم وأخلت الساحة.'],
}
# kind: pages of a thousand. What is none of these is an ordinary report.
KINDS = {
    'foreign': 60,    # another language
    'picture': 20,    # no page: an image
    'script': 20,     # no page: JSON
    'redirect': 20,   # 301, with a small page in it
    'missing': 20,    # 404
    'revisit': 10,    # the same as an earlier capture
    'again': 5,       # address and time of the page before: a second capture of that name
    'cut': 10,        # the page ends in the middle
    'brotli': 5,      # packed as we do not unpack
    'lying': 5,       # the record is longer than it says
    'torn': 5,        # the record is shorter than it says
}
TRANSFERS = {'chunked': 150, 'gzip': 100, 'deflate': 30}  # of a thousand; else as it is


def chosen(rng, shares, default):
    at = rng.randrange(1000)
    for name, share in shares.items():
        if at < share:
            return name
        at -= share
    return default


# ---- a page -----------------------------------------------------------------------------------------------------

def sentence(rng):
    a, b = rng.sample(sorted(COUNTRIES), 2)
    return rng.choice(SENTENCES).format(
        A=a, B=b, a1=COUNTRIES[a][1], b1=COUNTRIES[b][1], c=COUNTRIES[a][0], day=rng.choice(DAYS), n=rng.randrange(12, 90),
        topic=rng.choice(TOPICS), misdeed=rng.choice(MISDEEDS))


def title_of(paragraphs):
    return ' '.join(paragraphs[0].split()[:9]).rstrip(',.')


def page(rng, paragraphs, language, when):
    """HTML of a report, with what stands around it."""
    title = html.escape(title_of(paragraphs))
    links = ''.join(f'<li><a href="/{w.lower()}">{w}</a></li>' for w in ('World', 'Business', 'Sport', 'Weather', 'Contact'))
    others = ''.join(f'<li><a href="/more/{rng.randrange(10**6)}">{html.escape(title_of([sentence(rng)]))}</a></li>'
                     for _ in range(rng.randrange(2, 6)))
    ld = json.dumps({'@type': 'NewsArticle', 'headline': html.unescape(title), 'datePublished': when.isoformat() + 'Z'})
    body = '\n'.join(f'<p>{html.escape(p)}</p>' for p in paragraphs)
    comments = '<div class="comments"><h3>Comments</h3><p>Anna: I do not believe a word.</p><p>Piet: Nor do I.</p></div>'
    return f'''<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} | The Daily Example</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="{when.isoformat()}Z">
<script type="application/ld+json">{ld}</script><style>p {{ margin: 0 }}</style></head>
<body><nav><ul>{links}</ul></nav>
<div class="consent"><p>We use cookies to improve your visit. <button>Accept all</button></p></div>
<main><article><h1>{title}</h1><p class="byline">By Our Correspondent</p>
{body}
</article><aside><h3>Read also</h3><ul>{others}</ul></aside>
{comments if rng.randrange(3) == 0 else ''}</main>
<footer><p>All rights reserved.</p></footer></body></html>
'''.encode()


# ---- what a server sends -------------------------------------------------------------------------------------------

def chunked(rng, body):
    out, at = [], 0
    while at < len(body):
        n = rng.randrange(1, 1500)
        part = body[at:at + n]
        out.append(b'%x\r\n%s\r\n' % (len(part), part))
        at += n
    return b''.join(out) + b'0\r\n\r\n'


def encoded(rng, body, way):
    """Header lines and body for a way of sending."""
    if way == 'chunked':
        return 'Transfer-Encoding: chunked\r\n', chunked(rng, body)
    if way == 'gzip':
        return 'Content-Encoding: gzip\r\n', gzip.compress(body, 6, mtime=0)
    if way == 'deflate':
        return 'Content-Encoding: deflate\r\n', zlib.compress(body)
    return f'Content-Length: {len(body)}\r\n', body


def answer(status, media, lines, body):
    return f'HTTP/1.1 {status}\r\nServer: example\r\nContent-Type: {media}\r\n{lines}\r\n'.encode() + body


# ---- records -----------------------------------------------------------------------------------------------------------

def record(kind, uri, date, media, block, length=None):
    name = hashlib.sha256(f'{kind} {uri} {date}'.encode()).hexdigest()
    head = ['WARC/1.0', f'WARC-Type: {kind}', f'WARC-Record-ID: <urn:uuid:{name[:8]}-{name[8:12]}-4{name[13:16]}-8{name[17:20]}-{name[20:32]}>',
            f'WARC-Date: {date}']
    if uri:
        head.append(f'WARC-Target-URI: {uri}')
    head += [f'Content-Type: {media}', f'Content-Length: {len(block) if length is None else length}', '', '']
    return '\r\n'.join(head).encode() + block + b'\r\n\r\n'


def capture(rng, number, kind, options):
    """The block and the media type of the record of one page; the length that the record claims, if it lies."""
    when = datetime(2024, 1, 1) + timedelta(minutes=number % 500000)
    paragraphs = [sentence(rng) for _ in range(options.sentences)]
    language = 'en'
    if kind == 'foreign':
        language = rng.choice(sorted(FOREIGN))
        paragraphs = FOREIGN[language]
    body = page(rng, paragraphs, language, when)
    if kind == 'cut':
        body = body[:body.index(b'</article>') - 20]
    if kind == 'picture':
        return answer('200 OK', 'image/png', '', b'\x89PNG\r\n\x1a\n' + rng.randbytes(600)), None, paragraphs
    if kind == 'script':
        return answer('200 OK', 'application/json', '', json.dumps({'visits': number}).encode()), None, paragraphs
    if kind == 'redirect':
        return answer('301 Moved Permanently', 'text/html', 'Location: /\r\n', b'<p>Moved.</p>'), None, paragraphs
    if kind == 'missing':
        return answer('404 Not Found', 'text/html', '', b'<h1>Nothing here</h1>'), None, paragraphs
    if kind == 'revisit':
        return answer('200 OK', 'text/html', '', b''), None, paragraphs
    if kind == 'brotli':
        return answer('200 OK', 'text/html', 'Content-Encoding: br\r\n', b'\xb3' + rng.randbytes(900)), None, paragraphs
    way = 'plain' if kind in ('lying', 'torn') else chosen(rng, TRANSFERS, 'plain')
    block = answer('200 OK', 'text/html; charset=utf-8', *encoded(rng, body, way))
    # In the middle of the page, or of the header of the record behind: another record follows at neither place.
    claim = {'lying': len(block) - 300, 'torn': len(block) + 40}.get(kind)
    return block, claim, paragraphs


def records(number, options):
    """(kind, address, first paragraph) and the three records of page `number`."""
    rng = random.Random(f'{options.seed}/{number}')
    kind = 'report' if options.clean else chosen(rng, KINDS, 'report')
    of = number - 1 if kind == 'again' else number
    uri = f'https://news{of % 97}.example/2024/story-{of}.html'
    date = f'{datetime(2024, 6, 1) + timedelta(seconds=of):%Y-%m-%dT%H:%M:%SZ}'
    block, claim, paragraphs = capture(rng, number, kind, options)
    http = 'application/http; msgtype='
    request = f'GET {uri} HTTP/1.1\r\nHost: news.example\r\nUser-Agent: example\r\n\r\n'.encode()
    told = [record('request', uri, date, http + 'request', request),
            record('revisit' if kind == 'revisit' else 'response', uri, date, http + 'response', block, claim),
            record('metadata', uri, date, 'application/warc-fields', f'fetchTimeMs: {rng.randrange(20, 2000)}\r\n'.encode())]
    return (kind, uri, paragraphs[0]), told


# ---- the file ------------------------------------------------------------------------------------------------------------

class Packer:
    """Writes records: as they are, each as a gzip member, or ten pages at a time as a frame of zstd."""
    FRAME = 30  # records

    def __init__(self, out, way):
        self.out, self.way, self.held = out, way, []

    def add(self, data):
        if self.way == 'zst':
            self.held.append(data)
            if len(self.held) == self.FRAME:
                self.flush()
        else:
            self.out.write(gzip.compress(data, 6, mtime=0) if self.way == 'gz' else data)

    def flush(self):
        if self.held:
            done = subprocess.run(['zstd', '-q', '-c'], input=b''.join(self.held), stdout=subprocess.PIPE, check=True)
            self.out.write(done.stdout)
            self.held = []


def way_of(options):
    if options.pack:
        return options.pack
    return next((way for way in ('gz', 'zst') if options.output.endswith('.' + way)), 'none')


def write(options, out, listing):
    packer = Packer(out, way_of(options))
    packer.add(record('warcinfo', '', '2024-06-01T00:00:00Z', 'application/warc-fields', b'software: make_warc\r\n'))
    for number in range(options.pages):
        told, three = records(number, options)
        for data in three:
            packer.add(data)
        if listing:
            print(*told, sep='\t', file=listing)
    packer.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('-o', '--output', default='-', help='file to write; - for standard output (default)')
    parser.add_argument('-n', '--pages', type=int, default=1000, help='how many pages (default 1000)')
    parser.add_argument('--seed', default='1', help='anything; the same gives the same bytes (default 1)')
    parser.add_argument('--sentences', type=int, default=3, help='sentences of a report, each a paragraph (default 3)')
    parser.add_argument('--pack', choices=('none', 'gz', 'zst'),
                        help='gz: a member for each record; zst: by the program zstd; default: as the name of the output ends')
    parser.add_argument('--clean', action='store_true', help='reports only: nothing foreign, damaged or missing')
    parser.add_argument('--list', metavar='FILE', help='write for each page its kind, address and first paragraph: '
                        'report, ' + ', '.join(KINDS))
    options = parser.parse_args()
    out = sys.stdout.buffer if options.output == '-' else open(options.output, 'wb')
    with out:
        if options.list:
            with open(options.list, 'w', encoding='utf-8') as listing:
                write(options, out, listing)
        else:
            write(options, out, None)


if __name__ == '__main__':
    main()
