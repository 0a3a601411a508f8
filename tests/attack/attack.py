#!/usr/bin/env python3
"""Attacks a running helper in every way of the bridge's part of the threat table (docs/security.md) and counts.

usage: attack.py [--binary GOODTURN]           a helper of its own in a temporary home, with sample people
       attack.py --link LINK [--home DIR]      one that runs, by what `goodturn open --print` says; nothing of it is changed
       attack.py --port PORT [--home DIR]      the same with a token, which is read from standard input
       attack.py --self-check                  a deliberately lax server: every kind of attack must find it wanting

Ends with 1 when anything was accepted that must not be, when the helper no longer answers, or when its state changed.
"""

import argparse
import functools
import getpass
import os
import sys
import time
from pathlib import Path

import crowds
import framing
import other_sites
import paths
import this_machine
import tokens
import too_much
from lax_server import LaxServer
from processes import listener_pid
from tally import Tally
from target import OwnHelper, Target, opened_session

WRONG_TOKENS = {True: 150, False: 10_000}
FLOOD_MEGABYTES = {True: 16, False: 200}
TOKEN_OF_LAX = "lax"
RANDOM_REQUESTS = {True: 1_000, False: 100_000}


def kinds(small, seed):
    """Every kind of attack, those that end tokens or fill the list of wrong ones last."""
    def sized(kind, **sizes):
        return functools.partial(kind, **sizes)
    return [other_sites.hosts, other_sites.origins, other_sites.preflights, framing.smuggled, framing.pipelined, framing.chunked,
            framing.lengths, framing.malformed, sized(framing.other_protocols, small=small), sized(paths.outside, small=small),
            paths.long, too_much.deep, sized(too_much.all_floods, megabytes=FLOOD_MEGABYTES[small]),
            sized(too_much.random_bytes, count=RANDOM_REQUESTS[small], seed=seed), sized(crowds.crowds, small=small), crowds.readers,
            other_sites.simple_requests, this_machine.files, this_machine.stranger, this_machine.reach, tokens.every_path,
            tokens.codes, tokens.misplaced, sized(tokens.guesses, count=WRONG_TOKENS[small]), tokens.ended, tokens.nothing_logged]


def name_of(kind):
    function = kind.func if isinstance(kind, functools.partial) else kind
    return f"{function.__module__}.{function.__name__}"


def attack(target, small, seed):
    """All kinds one after the other; the helper must be alive behind each and unchanged behind all."""
    tally = target.tally
    before = target.state()
    for kind in kinds(small, seed):
        began = time.monotonic()
        kind(target)
        tally.row = "T11 crowds and ends"
        tally.refused(f"{name_of(kind)} ends the helper", target.alive())
        print(f"{name_of(kind):32} {time.monotonic() - began:6.1f} s", file=sys.stderr)
    tally.row = "T2 requests across sites"
    # The address of the feed is made anew by the attack itself.
    changed = [line for line in target.state().splitlines() if line not in before.splitlines() and "token=" not in line]
    tally.refused("something changed what the helper keeps", not changed, str(changed)[:300])


def finish(tally):
    lines, good = tally.report()
    print("\n".join(lines))
    return 0 if good else 1


def looks(target):
    """What is said of every answer."""
    target.ask("GET", "/nothing")


def self_check(seed):
    """Each kind of attack alone against the lax server. Those that find nothing are named."""
    blind = []
    for kind in [looks, *kinds(True, seed)]:
        began = time.monotonic()
        with LaxServer() as lax:
            lax.slow = name_of(kind).startswith("crowds")
            target = Target(lax.port, TOKEN_OF_LAX, Tally(kind is looks), os.getpid(), lax.home, lambda: TOKEN_OF_LAX, 0.5)
            kind(target)
        found = sum(map(len, target.tally.accepted.values()))
        print(f"{time.monotonic() - began:5.1f} s ", end="", file=sys.stderr)
        print(f"{name_of(kind):32} found {found:6} of {sum(target.tally.tried.values()):6}", file=sys.stderr)
        if not found:
            blind.append(name_of(kind))
    print(f"blind against the lax server: {', '.join(blind) or 'none'}")
    return 1 if blind else 0


def running(options):
    """(port, token) of a helper that runs already."""
    if not options.link:
        return options.port, getpass.getpass("token: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    address, _, code = options.link.partition("/#code=")
    port = int(address.rpartition(":")[2])
    return port, opened_session(port, code)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.environ.get("GOODTURN_BIN", "build/goodturn"))
    parser.add_argument("--link")
    parser.add_argument("--port", type=int)
    parser.add_argument("--home", type=Path, help="the folder of the running helper, to look at the modes of its files")
    parser.add_argument("--small", action="store_true", help="fewer and smaller of each kind")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("GOODTURN_SEED", time.time())))
    parser.add_argument("--self-check", action="store_true")
    options = parser.parse_args()
    print(f"seed {options.seed}", file=sys.stderr)
    if options.self_check:
        return self_check(options.seed)
    if options.link or options.port:
        port, token = running(options)
        target = Target(port, token, Tally(), listener_pid(port))
        attack(target, options.small, options.seed)
        if options.home:
            this_machine.private(target.tally, options.home)
        return finish(target.tally)
    with OwnHelper(options.binary) as helper:
        target = helper.target(Tally())
        attack(target, options.small, options.seed)
    return finish(target.tally)


if __name__ == "__main__":
    sys.exit(main())
