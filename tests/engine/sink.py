"""A mail server that accepts everything and writes down the Message-ID of each mail before it says so.

python tests/engine/sink.py LOG     prints its port
"""

import asyncio
import os
import sys
from email.parser import BytesHeaderParser

from aiosmtpd.smtp import SMTP


class WriteDown:
    def __init__(self, path: str) -> None:
        self.log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    async def handle_DATA(self, server, session, envelope) -> str:
        message_id = BytesHeaderParser().parsebytes(envelope.content)["Message-ID"]
        os.write(self.log, f"{message_id}\n".encode())
        return "250 2.0.0 taken"


async def main(path: str) -> None:
    here = await asyncio.get_running_loop().create_server(lambda: SMTP(WriteDown(path)), "127.0.0.1", 0)
    print(here.sockets[0].getsockname()[1], flush=True)
    await here.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
