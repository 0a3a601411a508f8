"""A loopback proxy that counts requests and bytes. It is used in runs of its own, so that it disturbs no time."""

import socket
import threading

from servers import free_port


class CountingProxy:
    """Forwards every connection to `target_port`. Counts whole bytes both ways and requests by their heads."""

    def __init__(self, target_port):
        self._target = target_port
        self._lock = threading.Lock()
        self.port = free_port()
        self.reset()

    def reset(self):
        self.requests = self.up = self.down = 0

    def __enter__(self):
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._target))
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._forward, args=(client, server, _Heads(self)), daemon=True).start()
            threading.Thread(target=self._forward, args=(server, client, None), daemon=True).start()

    def _forward(self, source, target, heads):
        try:
            while chunk := source.recv(65536):
                with self._lock:
                    if heads:
                        self.up += len(chunk)
                        heads.feed(chunk)
                    else:
                        self.down += len(chunk)
                target.sendall(chunk)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            for end in (source, target):
                end.close()


class _Heads:
    """Finds the request heads in one connection's bytes; bodies are skipped by their Content-Length."""

    def __init__(self, proxy):
        self._proxy = proxy
        self._rest = b""
        self._body = 0

    def feed(self, chunk):
        self._rest += chunk
        while self._rest:
            skipped = min(self._body, len(self._rest))
            self._rest, self._body = self._rest[skipped:], self._body - skipped
            head, found, rest = self._rest.partition(b"\r\n\r\n")
            if self._body or not found:
                return
            self._proxy.requests += 1
            lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
            self._rest, self._body = rest, int(lengths[0]) if lengths else 0
