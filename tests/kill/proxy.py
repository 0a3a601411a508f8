"""A proxy before a DAV server that counts requests, and can be told that there is no network."""

import http.client
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WRITES = ("PUT", "DELETE", "MKCOL", "MKCALENDAR", "PROPPATCH", "MOVE", "POST")


class CountingProxy:
    def __init__(self, port):
        self.requests = []  # (method, whether it is a multiget)
        self.online = True
        proxy = self

        class Door(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 1 << 16  # head and body in one packet

            def log_message(self, *_words):
                pass

            def serve(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if not proxy.online:
                    self.close_connection = True
                    self.connection.close()
                    return
                proxy.requests.append((self.command, b"-multiget" in body))
                server = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                server.request(self.command, self.path, body, dict(self.headers.items()))
                answer = server.getresponse()
                content = answer.read()
                server.close()
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_PUT = do_POST = do_DELETE = do_OPTIONS = do_PROPFIND = do_PROPPATCH = do_REPORT = do_MKCOL \
                = do_MKCALENDAR = serve

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_words: None  # a client that is killed is what is tested
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def noisy(self):
        """Requests that write or fetch texts."""
        return [request for request in self.requests if request[0] in WRITES or request[1]]
