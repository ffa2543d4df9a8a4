#!/usr/bin/env python3
"""Kills a run over a web archive at random points, again and again, and resumes it: resume.py PROGRAM TOP none|gz|zst

The archive comes through a named pipe, a few bytes at a time, so that a kill after so many bytes falls into the middle of a run however fast
the machine is. In the end the store must be, row by row, that of a run that nobody disturbed, and hold each report of the archive once.
"""
import csv
import fcntl
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

PAGES, KILLS, PIECES = 150, 6, 100
SET_PIPE_SIZE = 1031  # F_SETPIPE_SZ, which Python names from 3.10 on
SKIPPED = 1  # exit status: some items were no reports, as make_warc.py wants it


class Run:
    """One run of `demarche code` into a store, which waits for its input."""

    def __init__(self, program, top, pipe, store):
        self.pipe, self.to = pipe, None
        self.process = subprocess.Popen([program, 'code', '--quiet', '--threads', '2', '-o', store, pipe],
                                        env={**os.environ, 'DEMARCHE_DATA': top}, stdout=subprocess.DEVNULL)

    def opened(self):
        """The pipe, as soon as the program has opened its end."""
        while True:
            assert self.process.poll() is None, 'the run ended before it read'
            try:
                to = os.open(self.pipe, os.O_WRONLY | os.O_NONBLOCK)
            except OSError:
                time.sleep(0.01)
                continue
            os.set_blocking(to, True)
            return os.fdopen(to, 'wb', buffering=0)

    def feed(self, data, piece, rest):
        """Hands over `data`, a piece at a time and then `rest` seconds of nothing, once the program asks for it. There may
        be more to come."""
        self.to = self.opened()
        fcntl.fcntl(self.to, SET_PIPE_SIZE, 4096)
        for at in range(0, len(data), piece):
            self.to.write(data[at:at + piece])
            time.sleep(rest)

    def kill(self):
        assert self.process.poll() is None, 'the run ended by itself'
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        if self.to:
            self.to.close()

    def feed_all(self, data):
        """To the end of the run."""
        self.feed(data, len(data), 0)
        self.to.close()
        status = self.process.wait()
        assert status == SKIPPED, f'ended with {status}'


def tables(path):
    """All rows of all tables. A run that was killed early has left none."""
    if not os.path.exists(path):
        return {}
    db = sqlite3.connect(path)
    (verdict,) = db.execute('PRAGMA integrity_check').fetchone()
    assert verdict == 'ok', verdict
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    rows = {name: db.execute(f'SELECT * FROM {name} ORDER BY 1, 2, 3' if name == 'participant' else
                             f'SELECT * FROM {name} ORDER BY 1, 2').fetchall() for name in names}
    db.close()
    return rows


def check_begun(rows, whole):
    """What a killed run leaves is the beginning of the whole store. Returns the number of reports."""
    for name, begun in rows.items():
        if name == 'contradiction':  # both ways, so those of one event do not stand together
            assert set(begun) <= set(whole[name]), name
        else:
            assert begun == whole[name][:len(begun)], f'{name}: {len(begun)} rows are not the first of {len(whole[name])}'
    events = {event[0] for event in rows.get('event', [])}
    reports = {report[0] for report in rows.get('report', [])}
    assert events == {event[0] for event in whole['event'] if event[1] in reports}, 'a report without its events'
    return len(reports)


def reports_of(listing):
    """Addresses that must be in the store: of a capture that comes twice the first counts."""
    seen = {}
    with open(listing, encoding='utf-8') as lines:
        for kind, uri, _ in csv.reader(lines, delimiter='\t'):
            if kind in ('report', 'cut', 'again', 'foreign'):
                seen.setdefault(uri, kind)
    return sorted(uri for uri, kind in seen.items() if kind != 'foreign')


def stored(path):
    db = sqlite3.connect(path)
    urls = sorted(url for (url,) in db.execute('SELECT url FROM report'))
    db.close()
    return urls


def check_killed(new_run, data, store, whole, rng):
    """Kills runs while they start and, each a little later than the last, while they read."""
    between = 0
    for kill in range(KILLS):
        run = new_run(store)
        if kill % 3 == 0:
            time.sleep(rng.random() * 0.3)
        else:
            share = (kill + rng.random()) / KILLS
            run.feed(data[:int(len(data) * share)], len(data) // PIECES, 0.015)
        run.kill()
        n = check_begun(tables(store), whole)
        between += 0 < n < len(whole['report'])
    assert between, 'no run was killed between two reports'


def main():
    program, top, pack = sys.argv[1:]
    rng = random.Random(pack)
    with tempfile.TemporaryDirectory() as work:
        archive, listing, pipe = work + '/a.warc', work + '/list.tsv', work + '/pipe.warc'
        subprocess.run([sys.executable, top + '/tools/make_warc.py', '--pages', str(PAGES), '--seed', '82', '--pack', pack,
                        '--list', listing, '-o', archive], check=True)
        data = pathlib.Path(archive).read_bytes()
        os.mkfifo(pipe)

        def new_run(store):
            return Run(program, top, pipe, store)

        new_run(work + '/whole.db').feed_all(data)
        whole = tables(work + '/whole.db')
        assert stored(work + '/whole.db') == reports_of(listing), 'not the reports of the archive'
        check_killed(new_run, data, work + '/killed.db', whole, rng)
        new_run(work + '/killed.db').feed_all(data)
        assert tables(work + '/killed.db') == whole, 'the resumed store is another'


if __name__ == '__main__':
    main()
