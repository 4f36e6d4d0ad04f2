"""python -m portal.launch run [--fresh] | with-servers [--keep FOLDER] -- … | beside [--owner] … | keys | push-key"""

import argparse
import sys
from pathlib import Path

from portal.launch import beside, keys, supervisor, throwaway
from portal.launch.refusal import Refusal


def main(arguments: list[str]) -> int:
    words = argparse.ArgumentParser(prog="python -m portal.launch")
    actions = words.add_subparsers(dest="action", required=True)
    run = actions.add_parser("run", help="start everything and keep it running until Ctrl-C")
    run.add_argument("--fresh", action="store_true", help="delete the embedded database, its keys and the mails first")
    throw_away = actions.add_parser("with-servers", help="run a command beside throw-away servers")
    throw_away.add_argument("--keep", type=Path, help="a folder for the database, to be used again")
    throw_away.add_argument("command", nargs=argparse.REMAINDER)
    running = actions.add_parser("beside", help="run a command beside what scripts/run has started here")
    running.add_argument("--owner", action="store_true", help="as the owner of the database, not as who serves")
    running.add_argument("command", nargs=argparse.REMAINDER)
    actions.add_parser("keys", help="print fresh secrets, one NAME=value a line")
    actions.add_parser("push-key", help="print a fresh key for web push, as NAME=value")
    given = words.parse_args(arguments)
    try:
        if given.action == "run":
            return supervisor.run(fresh=given.fresh)
        if given.action in {"with-servers", "beside"}:
            command = given.command[1:] if given.command[:1] == ["--"] else given.command
            if given.action == "beside":
                return beside.run_beside(command, owner=given.owner)
            return throwaway.run_with_servers(command, kept=given.keep and given.keep.absolute())
        made = keys.for_push() if given.action == "push-key" else keys.generate()
        print("\n".join(f"{name}={value}" for name, value in made.items()))
    except Refusal as no:
        print(f"Handrail: {no}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
