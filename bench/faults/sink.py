"""A mail server that writes down what happened to each mail before it answers, and misbehaves as its script says.

python -m bench.faults.sink LOG [SCRIPT]     prints its port

SCRIPT is a JSON object with shares of the recipients: "later" are told 451 the first time, "gone" have no mailbox,
"hang" get no answer the first time, "drop" are accepted and get no answer the first time. "seed" deals them out, and
"slow" is how many seconds it takes over each mail. While a file LOG.away exists, everybody is told 421. Each line of
the log: time, what, Message-ID, recipient.
"""

import asyncio
import json
import os
import random
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

MESSAGE_ID = re.compile(rb"^message-id:\s*(<[^>]+>)", re.I | re.M)
ADDRESS = re.compile(rb"<([^>]*)>")
END = b"\r\n.\r\n"
STAGES = ("rcpt", "data", "dot")  # where a hanging far end falls silent


@dataclass
class Script:
    """What the far end does to whom. Everything but "gone" happens to a recipient once."""

    seed: int = 0
    slow: float = 0.0
    shares: dict[str, float] = field(default_factory=dict)
    had: set[str] = field(default_factory=set)

    def fate(self, recipient: str) -> str:
        chance, sum_ = random.Random(f"{self.seed}|{recipient}").random(), 0.0
        for name in ("later", "gone", "hang", "drop"):
            sum_ += self.shares.get(name, 0.0)
            if chance < sum_:
                return name if name == "gone" or recipient not in self.had else ""
        return ""

    def stage_of(self, recipient: str) -> str:
        return random.Random(f"{self.seed}|stage|{recipient}").choice(STAGES)


class Sink:
    def __init__(self, log: str, script: Script) -> None:
        self.log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.away = Path(f"{log}.away")
        self.script = script

    def write(self, what: str, message_id: str = "", recipient: str = "") -> None:
        os.write(self.log, f"{time.time():.6f}\t{what}\t{message_id}\t{recipient}\n".encode())


class Talk(asyncio.Protocol):
    """One connection. Answers line by line; a group of commands sent at once is answered in its order."""

    def __init__(self, sink: Sink) -> None:
        self.sink = sink
        self.held, self.recipient = b"", ""
        self.in_data = self.silent = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.line: asyncio.Transport = transport  # type: ignore[assignment]
        if not self.is_away("connect"):
            self.answer("220 sink.example")

    def answer(self, words: str) -> None:
        self.line.write(words.encode() + b"\r\n")

    def is_away(self, where: str) -> bool:
        if not self.sink.away.exists():
            return False
        self.sink.write("away", where, self.recipient)
        self.answer("421 4.3.2 away")
        self.line.close()
        self.silent = True
        return True

    def data_received(self, data: bytes) -> None:
        self.held += data
        while not self.silent:
            if self.in_data:
                mail, end, rest = self.held.partition(END)
                if not end:
                    return
                self.held, self.in_data = rest, False
                self.mail(mail)
            else:
                line, end, rest = self.held.partition(b"\r\n")
                if not end:
                    return
                self.held = rest
                self.command(line)

    def command(self, line: bytes) -> None:
        verb = line[:4].upper()
        if verb == b"QUIT":
            self.answer("221 2.0.0 bye")
            self.line.close()
        elif verb == b"EHLO":
            self.answer("250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES")
        elif verb == b"MAIL":
            if not self.is_away("mail"):
                self.answer("250 2.1.0 fine")
        elif verb == b"RCPT":
            self.to(line)
        elif verb == b"DATA":
            if not self.hangs("data"):
                self.in_data = True
                self.answer("354 go on")
        else:
            self.answer("250 2.0.0 fine")

    def to(self, line: bytes) -> None:
        found = ADDRESS.search(line)
        self.recipient = found[1].decode() if found else ""
        fate = self.sink.script.fate(self.recipient)
        if fate == "later":
            self.sink.script.had.add(self.recipient)
            self.sink.write("later", "", self.recipient)
            self.answer("451 4.2.0 later")
        elif fate == "gone":
            self.sink.write("gone", "", self.recipient)
            self.answer("550 5.1.1 nobody there")
        elif not self.hangs("rcpt"):
            self.answer("250 2.1.5 fine")

    def hangs(self, stage: str) -> bool:
        script = self.sink.script
        if script.fate(self.recipient) != "hang" or script.stage_of(self.recipient) != stage:
            return False
        script.had.add(self.recipient)
        self.sink.write("hang", stage, self.recipient)
        self.silent = True
        return True

    def mail(self, mail: bytes) -> None:
        found = MESSAGE_ID.search(mail)
        message_id = found[1].decode() if found else "<none>"
        if self.hangs("dot"):
            return
        if self.sink.script.fate(self.recipient) == "drop":
            self.sink.script.had.add(self.recipient)
            self.sink.write("dropped", message_id, self.recipient)
            self.line.abort()
            self.silent = True
            return
        self.sink.write("taken", message_id, self.recipient)
        if self.sink.script.slow:
            asyncio.get_running_loop().call_later(self.sink.script.slow, self.answer, "250 2.0.0 taken")
        else:
            self.answer("250 2.0.0 taken")


async def main(log: str, script: str = "{}") -> None:
    told = json.loads(script)
    sink = Sink(log, Script(told.pop("seed", 0), told.pop("slow", 0.0), told))
    here = await asyncio.get_running_loop().create_server(lambda: Talk(sink), "127.0.0.1", 0)
    print(here.sockets[0].getsockname()[1], flush=True)
    asyncio.get_running_loop().add_reader(sys.stdin, lambda: os._exit(0))  # the harness is gone
    await here.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
