"""Where the process begins, before anything that takes time is imported: an interruption is one line from here on."""

# no import but of what the interpreter has imported already: each is time in which nobody takes an interruption
import sys

INTERRUPTED = 130


def run() -> None:
    """Run `citelint` with the arguments of the process, and leave it with the exit code."""
    try:
        from citelint.cli.main import commands

        commands.main()
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("citelint: interrupted\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
