"""How long newsie makes a user wait, as whole processes: `python benchmarks/startup.py [ROUNDS]` from the checkout.

Prints the median time of `newsie --help`, and the ratio of `newsie extract seeds/` to loading the bare model in spaCy.
The processes take turns, so that a busy moment of the machine hits all of them; only the ratio compares machines.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from newsie.model import default_model

ROUNDS = 7
HELP_LIMIT = 0.2
RATIO_LIMIT = 1.5

NEWSIE = str(Path(sys.executable).with_name("newsie"))
SEEDS = str(Path(__file__).parents[1] / "seeds")
COMMANDS = {
    "newsie --help": [NEWSIE, "--help"],
    "spacy.load": [sys.executable, "-c", f"import spacy; spacy.load({str(default_model())!r})"],
    "newsie extract seeds/": [NEWSIE, "extract", SEEDS],
}


def seconds(command: list[str]) -> float:
    """Run a command to its end, its output dropped, and return the seconds it took. Raises CalledProcessError."""
    started = perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    return perf_counter() - started


def medians(rounds: int) -> dict[str, float]:
    """Run all commands in turn, `rounds` times and once before to fill the caches; return each one's median seconds."""
    times = [{name: seconds(command) for name, command in COMMANDS.items()} for _ in range(rounds + 1)][1:]
    return {name: median(one[name] for one in times) for name in COMMANDS}


def main(rounds: int) -> None:
    """Print the medians, the ratio and the limits."""
    measured = medians(rounds)
    for name, value in measured.items():
        print(f"{name:22} {value:.3f} s")
    ratio = measured["newsie extract seeds/"] / measured["spacy.load"]
    print(f"newsie --help: {measured['newsie --help']:.3f} s, limit {HELP_LIMIT} s")
    print(f"newsie extract seeds/ to spacy.load: {ratio:.2f}, limit {RATIO_LIMIT}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
