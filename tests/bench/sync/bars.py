"""The bars of docs/decisions/0005-sync-speed.md: what a sync may cost, measured against its peers of the same run. Memory
has its own program, bench_memory."""

START = 0.4  # s that a first sync may take beyond twice curl
NO_OP = 0.010  # s beyond twice curl
EXCHANGE = 0.030  # s beyond curl that ten changes may take
FASTER_FIRST = 12  # times faster than vdirsyncer
FASTER_NO_OP = 60
LESS_CPU = 15  # times less work of the client than vdirsyncer
RADICALE = 1.3  # times curl for any sync, with as many items as the other bars are set for
FULL_SIZE = 10_000
NO_OP_BYTES = 1000  # for each collection


def _wall(row, most):
    return f"{row['wall_s'] * 1000:,.0f} ms, at most {most * 1000:,.0f}", row["wall_s"] <= most


def _times(what, row, peer, field, least):
    times = peer[field] / row[field] if row[field] else float("inf")
    return f"{times:,.1f} x less {what} than {peer['client']}, at least {least}", times >= least


def _is_reference(row):
    """The server and the size for which the ratios to vdirsyncer are set."""
    return row["server"] == "cyrus" and row["items"] >= FULL_SIZE


def _is_radicale(row):
    return row["server"] == "radicale" and row["items"] >= FULL_SIZE


def _first(row, curl, peer):
    yield _wall(row, 2 * curl["wall_s"] + START)
    if _is_radicale(row):
        yield _wall(row, RADICALE * curl["wall_s"])
    if not _is_reference(row) or not peer:
        return
    yield _times("time", row, peer, "wall_s", FASTER_FIRST)
    yield _times("work", row, peer, "client_cpu_s", LESS_CPU)


def _no_op(row, curl, peer):
    collections = len(row["kind"].split("+"))
    yield f"{row['requests']} requests for {collections} collections", row["requests"] == collections
    moved = (row["bytes_up"] + row["bytes_down"]) / collections
    yield f"{moved:,.0f} bytes for each collection, at most {NO_OP_BYTES:,}", moved <= NO_OP_BYTES
    yield _wall(row, 2 * curl["wall_s"] + NO_OP)
    if _is_radicale(row):
        yield _wall(row, RADICALE * curl["wall_s"])
    if _is_reference(row) and peer:
        yield _times("time", row, peer, "wall_s", FASTER_NO_OP)


def _ten(row, curl, _):
    yield _wall(row, RADICALE * curl["wall_s"] if _is_radicale(row) else curl["wall_s"] + EXCHANGE)


BARS = {"first": _first, "no-op": _no_op, "10 changes": _ten, "10 sent": _ten, "10 changed here": _ten}


def _judges(rows, name):
    return {(row["server"], row["kind"], row["items"], row["operation"]): row for row in rows if row["client"] == name}


def print_bars(rows):
    """Each bar of the peers that took part and whether it holds, for the helper that runs, and for the command where that
    does not take part. Gives the number of those that are missed."""
    curl, peer = _judges(rows, "curl"), _judges(rows, "vdirsyncer")
    running = _judges(rows, "running")
    missed = 0
    for row in rows:
        place = (row["server"], row["kind"], row["items"], row["operation"])
        if row["client"] not in ("goodturn", "running") or place not in curl:
            continue
        counts = row["client"] == "running" or place not in running
        for words, holds in BARS[row["operation"]](row, curl[place], peer.get(place)):
            missed += counts and not holds
            print(f"{'holds' if holds else 'MISSED' if counts else 'missed'}: {row['server']}, {row['items']:,} {row['kind']}, "
                  f"{row['operation']}, {row['client']}: {words}")
    return missed
