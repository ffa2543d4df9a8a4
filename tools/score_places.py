#!/usr/bin/env python3
"""score_places.py GOLD.jsonl PLACES.jsonl [--gazetteer DIR] [--errors N] [--tsv]: places found and resolved, against a geoparsing corpus.

With the folder of the gazetteer (lexicon/places) it also says how many of the marked places that has, and how those alone are
resolved: a place is there if a row of its name lies within 161 km of the mark.

GOLD: a report a line, with "toponyms" of byte spans, "lat", "lon" and perhaps "country"; PLACES: what
`demarche code --format places` writes. Marks without a place of the world (phrases such as "the area") are left out of GOLD.
"""
import collections
import json
import math
import pathlib
import re
import sys
import unicodedata

LEFT_OUT = ("Expression", "Non_Toponym", "Non_Lit_Expression", "Homonym", "Language")


def wanted(mark):
    return not any(mark.get("type", "").endswith(x) for x in LEFT_OUT)


def km(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(min(1, math.sqrt(h)))


def alpha3():
    """English names of countries as GeoNames has them, to codes; empty without iso-codes."""
    path = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
    if not path.exists():
        return {}
    names = {}
    for row in json.loads(path.read_text())["3166-1"]:
        for key in ("name", "common_name", "official_name"):
            if key in row:
                names[row[key].split(",")[0]] = row["alpha_3"]
    names.update({"Russia": "RUS", "Kosovo": "KOS", "Palestinian Territory": "PSE", "South Korea": "KOR", "North Korea": "PRK", "Democratic Republic of the Congo": "COD",
                  "Puerto Rico": "USA", "Guam": "USA", "Hong Kong": "HKG", "Vatican": "VAT", "Ivory Coast": "CIV", "Turkey": "TUR", "Bermuda": "GBR", "Greenland": "DNK"})
    return names


def fold(name):
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return plain.replace("-", " ").replace("\u2019", "'").strip()


def read_gazetteer(folder):
    """Folded name -> points, of all rows."""
    rows = collections.defaultdict(list)
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            m = re.fullmatch(r"\s+\w+ (.+?) (-?[\d.]+) (-?[\d.]+) \d+", re.sub(r"(^|\s)#.*", "", line).rstrip())
            for name in m[1].split("|") if m else ():
                rows[fold(name.strip().rstrip("?"))].append((float(m[2]), float(m[3])))
    return rows


def option(name):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None


def f1(hit, made, there):
    p, r = hit / max(1, made), hit / max(1, there)
    return p, r, 2 * p * r / max(1e-9, p + r)


def main():
    files = sys.argv[1:3]
    show = int(option("--errors") or 0)
    gazetteer = read_gazetteer(option("--gazetteer")) if option("--gazetteer") else {}
    held = held_near = held_country = held_known = not_held = 0
    gold = [json.loads(line) for line in open(files[0], encoding="utf-8")]
    found = collections.defaultdict(list)
    for line in open(files[1], encoding="utf-8"):
        row = json.loads(line)
        found[row["report"]].append(row)
    codes = alpha3()
    exact = loose = loose_gold = made = there = unlisted = resolved = near = 0
    right_country = country_known = 0
    distances, missed, extra, wrong = [], collections.Counter(), collections.Counter(), collections.Counter()
    for report in gold:
        marks = [m for m in report["toponyms"] if wanted(m)]
        rows = found[report["id"]]
        made += len(rows)
        there += len(marks)
        spans = {(r["start"], r["end"]): r for r in rows}
        for r in rows:
            if any(m["start"] < r["end"] and r["start"] < m["end"] for m in marks):
                loose += 1
            else:
                extra[r["name"] + " / " + r["use"]] += 1
        for m in marks:
            over = [r for r in rows if m["start"] < r["end"] and r["start"] < m["end"]]
            loose_gold += bool(over)
            if not over:
                missed[m["name"]] += 1
            r = spans.get((m["start"], m["end"]))
            exact += r is not None
            r = r or (over[0] if over else None)
            if m.get("lat") is None:
                continue
            name, code = m["name"], codes.get(m.get("country", ""))
            has = any(km(m["lat"], m["lon"], *p) <= 161 for p in gazetteer.get(fold(name), ()))
            if gazetteer and not has and (r is None or r["use"] != "people" and r["kind"] != "country"):
                not_held += 1
            if r is None:
                continue
            if r["lat"] is None:
                unlisted += 1
                continue
            resolved += 1
            d = km(m["lat"], m["lon"], r["lat"], r["lon"])
            distances.append(d)
            near += d <= 161
            if has or r["use"] == "people" or r["kind"] == "country":
                held += 1
                held_near += d <= 161
                held_known += bool(code)
                held_country += bool(code) and r["country"] == code
            if d > 161:
                wrong["%s -> %s %s (%d km; gold %s)" % (m["name"], r["country"], r["region"] or r["place"], d, m.get("admin1") or m.get("country") or "")] += 1
            if code:
                country_known += 1
                right_country += r["country"] == code
    if "--tsv" in sys.argv:
        print("names exact\t%.4f" % f1(exact, made, there)[2])
        print("held within 161 km\t%.4f" % (held_near / max(1, held)))
        if held_known:
            print("held country\t%.4f" % (held_country / held_known))
        return
    distances.sort()
    print("reports %d, marks %d, found %d" % (len(gold), there, made))
    print("recognition exact   P %.3f R %.3f F1 %.3f" % f1(exact, made, there))
    p, r = loose / max(1, made), loose_gold / max(1, there)
    print("recognition overlap P %.3f R %.3f F1 %.3f" % (p, r, 2 * p * r / max(1e-9, p + r)))
    print("of found marks with a point: listed %d (%.3f)" % (resolved, resolved / max(1, resolved + unlisted)))
    if country_known:
        print("country right %.3f of %d" % (right_country / country_known, country_known))
    print("within 161 km %.3f; median %.0f km, mean %.0f km" %
          (near / max(1, resolved), distances[len(distances) // 2] if distances else 0, sum(distances) / max(1, len(distances))))
    if gazetteer:
        there = held + not_held
        print("held by the gazetteer %.3f of %d; of these within 161 km %.3f%s" %
              (held / max(1, there), there, held_near / max(1, held), ", country right %.3f of %d" % (held_country / held_known, held_known) if held_known else ""))
    for title, table in (("missed", missed), ("extra", extra), ("elsewhere", wrong)):
        if show:
            print("--", title)
            for name, n in table.most_common(show):
                print("%5d %s" % (n, name))


main()
