"""Another system: a real HTTP server on this machine that writes down what it is told and answers as it is asked to."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Listener:
    """`answers` are statuses for the next calls, then 204. Others: "redirect", "slow", "drip", "cut"."""

    def __init__(self) -> None:
        self.calls: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[Any] = []
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                listener.calls.append((dict(self.headers.items()), body))
                listener.answer(self, listener.answers.pop(0) if listener.answers else 204)

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook?x=1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler, answer: Any) -> None:
        if answer == "cut":
            handler.connection.close()
        elif answer == "slow":
            time.sleep(3)
        elif answer == "drip":
            for _ in range(40):
                handler.wfile.write(b"H")
                handler.wfile.flush()
                time.sleep(0.1)
        elif answer == "redirect":
            handler.send_response(302)
            handler.send_header("Location", self.url)
            handler.end_headers()
        else:
            handler.send_response(answer)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
