"""A server with every fault that the attacks look for. They must find each of them, or they could not fail.

It answers everybody with 200, on all addresses, for any Host, Origin and token; it serves files below any path, unpacks
chunks, answers everything that comes on a connection, keeps all that it is sent, and waits for one client after the other.
"""

import shutil
import socket
import tempfile
import threading
from pathlib import Path

FAULTY_HEAD = (b"HTTP/1.1 %d OK\r\nAccess-Control-Allow-Origin: *\r\nSet-Cookie: token=1\r\nContent-Length: %d\r\n\r\n")
BODY = b'{"token":"lax","url":"http://127.0.0.1/#code=lax&token=lax","what":"std::exception"}'


class LaxServer:
    """Runs in a thread of its own while the block lasts. `home`: files that anybody may read."""

    def __init__(self):
        self.listener = socket.create_server(("0.0.0.0", 0), backlog=4096)
        self.port = self.listener.getsockname()[1]
        self.folder = Path(tempfile.mkdtemp(prefix="goodturn-lax-"))
        self.home = self.folder / "home"
        self.kept = []
        self.slow = False  # also answers one after the other, so that a crowd is a wall
        self.thread = threading.Thread(target=self.serve, daemon=True)

    def __enter__(self):
        self.folder.chmod(0o755)
        self.home.mkdir()
        self.home.chmod(0o755)
        (self.home / "goodturn.log").write_text("GET /Goodturn.ics?token=lax\n")
        (self.home / "goodturn.log").chmod(0o644)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()
        shutil.rmtree(self.folder)

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            if self.slow:
                self.attend(connection)
            else:
                threading.Thread(target=self.attend, args=(connection,), daemon=True).start()

    def attend(self, connection):
        """Answers once for every head that comes, until nothing comes for a moment."""
        connection.settimeout(1 if self.slow else 0.002)
        with connection:
            try:
                rest = b""
                while piece := connection.recv(1 << 20):
                    self.kept.append(piece)
                    *heads, rest = (rest[-4096:] + piece).replace(b"\n\n", b"\r\n\r\n").split(b"\r\n\r\n")
                    for head in heads[:3]:
                        status = 500 if b"nothing" in head else 200
                        connection.sendall(FAULTY_HEAD % (status, len(BODY)) + BODY)
                if not rest.startswith(b"GET /api"):
                    connection.sendall(FAULTY_HEAD % (200, len(BODY)) + BODY)
            except OSError:
                pass
