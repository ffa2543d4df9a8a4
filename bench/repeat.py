#!/usr/bin/env python3
"""Writes the reports of a JSONL file N times, each time under new ids. Usage: repeat.py N FILE"""
import json
import sys

times, path = int(sys.argv[1]), sys.argv[2]
with open(path, encoding="utf-8") as lines:
    reports = [json.loads(line) for line in lines if line.strip()]
for turn in range(times):
    for report in reports:
        print(json.dumps({**report, "id": f"{report['id']}-{turn}"}, ensure_ascii=False))
