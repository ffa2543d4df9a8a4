#!/usr/bin/env python3
"""Draws the learning curve of a training log.

Usage: curve.py LOG OUT.svg      LOG is what demarche-train printed, with --dev treebanks
LAS on each treebank given with --dev (lines), and the losses of arcs and relations (dots), over epochs.
"""
import pathlib
import re
import sys

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 760, 360, 60, 50, 20
COLOURS = ("#1b6ca8", "#c2571a", "#3a7d44", "#7a4f9a")
EPOCH = re.compile(r"epoch (\d+) of (\d+).*arcs ([\d.]+), relations ([\d.]+)")
SCORE = re.compile(r"  (\S+): .*LAS ([\d.]+)")


def read(path):
    epochs, losses, scores, now = 0, [], {}, 0
    for line in open(path, encoding="utf-8"):
        if found := EPOCH.match(line):
            now, epochs = int(found[1]), int(found[2])
            losses.append((now, float(found[3]) + float(found[4])))
        elif found := SCORE.match(line):
            name = pathlib.Path(found[1]).parent.name
            scores.setdefault(name, []).append((now, float(found[2])))
    return epochs, losses, scores


def line(points, x, y, colour):
    path = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'


def main():
    epochs, losses, scores = read(sys.argv[1])
    values = [v for points in scores.values() for _, v in points]
    low, high = int(min(values)) - 1, int(max(values)) + 1
    top_loss = max(v for _, v in losses)
    x = lambda e: LEFT + (WIDTH - LEFT - 130) * e / epochs
    y = lambda v: TOP + (HEIGHT - TOP - BOTTOM) * (high - v) / (high - low)
    z = lambda v: TOP + (HEIGHT - TOP - BOTTOM) * (1 - v / top_loss)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
           'font-family="sans-serif" font-size="12">', '<rect width="100%" height="100%" fill="white"/>']
    for v in range(low, high + 1):
        out.append(f'<line x1="{LEFT}" x2="{x(epochs):.0f}" y1="{y(v):.1f}" y2="{y(v):.1f}" stroke="#ddd"/>'
                   f'<text x="{LEFT - 8}" y="{y(v) + 4:.1f}" text-anchor="end">{v}</text>')
    for e in range(0, epochs + 1, max(1, epochs // 10)):
        out.append(f'<text x="{x(e):.1f}" y="{HEIGHT - 28}" text-anchor="middle">{e}</text>')
    out += [f'<circle cx="{x(e):.1f}" cy="{z(v):.1f}" r="2" fill="#888"/>' for e, v in losses]
    for colour, (name, points) in zip(COLOURS, scores.items()):
        out.append(line(points, x, y, colour))
        out.append(f'<text x="{x(epochs) + 8:.0f}" y="{y(points[-1][1]) + 4:.1f}" fill="{colour}">'
                   f'{name} {points[-1][1]:.2f}</text>')
    out.append(f'<text x="{x(epochs) + 8:.0f}" y="{z(losses[-1][1]) + 4:.1f}" fill="#888">loss {losses[-1][1]:.2f}</text>')
    out.append(f'<text x="{LEFT}" y="{HEIGHT - 8}">epoch; LAS on the development treebanks; dots: loss of arcs and '
               f'relations, highest {top_loss:.2f}</text>')
    out.append("</svg>")
    pathlib.Path(sys.argv[2]).write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
