"""What the exit status of every command means."""

DONE = 0
FINDINGS = 1  # the checks found errors, or there is no answer
USAGE = 2  # the command was called wrongly; argparse uses the same number
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
