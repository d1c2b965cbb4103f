"""Runs commands in turn, so that a busy moment of the machine hits all of them alike, and prints a JSON object: the medians of each one's wall
time and CPU time (user and system, children included) in seconds, and of its peak resident memory in MiB.

Reads a JSON array of {"name", "command": [...], "directory", "environment": {...}} from standard input; the argument is the number of rounds.
The first round is not counted: it warms the caches."""
import json
import os
import statistics
import subprocess
import sys
import time


def run(task):
    environment = {**os.environ, **task.get("environment", {})}
    started = time.perf_counter()
    process = subprocess.Popen(task["command"], cwd=task.get("directory"), env=environment,
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(task['command'])} ended with {process.returncode}:\n{errors.decode(errors='replace')}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


tasks = json.load(sys.stdin)
rounds = [[run(task) for task in tasks] for _ in range(int(sys.argv[1]) + 1)][1:]
json.dump({task["name"]: dict(zip(("wall", "cpu", "rss"), (statistics.median(x[i][j] for x in rounds) for j in range(3))))
           for i, task in enumerate(tasks)}, sys.stdout, indent=1)
