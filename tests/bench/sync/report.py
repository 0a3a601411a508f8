"""The table that `make bench` prints."""

HEAD = ("operation", "client", "wall s", "client cpu s", "server cpu s", "peak MB", "requests", "kB up", "kB down",
        "wall / curl", "wall / vdirsyncer", "cpu / curl", "cpu / vdirsyncer")


def _number(value, digits=2):
    return "-" if value is None else f"{value:,.{digits}f}"


def _cells(row):
    ratio = lambda name: _number(row.get(name), 2)  # noqa: E731
    return (row["operation"], row["client"], _number(row["wall_s"], 3), _number(row["client_cpu_s"], 3),
            _number(row["server_cpu_s"]), _number(row["peak_mb"], 0), str(row["requests"]),
            _number(row["bytes_up"] / 1000, 1), _number(row["bytes_down"] / 1000, 1), ratio("wall_s/curl"),
            ratio("wall_s/vdirsyncer"), ratio("client_cpu_s/curl"), ratio("client_cpu_s/vdirsyncer"))


def print_table(rows):
    """One table per server, number and kind of items."""
    groups = {}
    for row in rows:
        groups.setdefault((row["server"], row["items"], row["kind"], row["runs"]), []).append(row)
    for (server, items, kind, runs), group in groups.items():
        print(f"\n{server}, {items:,} {kind}, median of {runs}")
        table = [HEAD, *map(_cells, group)]
        widths = [max(len(line[column]) for line in table) for column in range(len(HEAD))]
        for line in table:
            print("  ".join(cell.ljust(width) if at < 2 else cell.rjust(width)
                            for at, (cell, width) in enumerate(zip(line, widths))))
