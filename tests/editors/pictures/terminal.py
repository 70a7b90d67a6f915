"""Runs a program in a terminal of a given size, types into it, and keeps what it wrote.

    terminal.py COLUMNS ROWS OUTPUT SECONDS KEYS PROGRAM [ARGUMENT...]

KEYS are typed when the program has been silent for a second; it is ended when it has been so again.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

columns, rows, output, seconds, keys, *program = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(program[0], program)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", int(rows), int(columns), 0, 0))
written, left = bytearray(), [part.encode().decode("unicode_escape").encode("latin-1") for part in keys.split("|") if part]
heard = time.monotonic()
end = heard + float(seconds)
while time.monotonic() < end:
    if select.select([terminal], [], [], 0.1)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        written += piece
        heard = time.monotonic()
    elif time.monotonic() - heard > 1.5:
        if not left:
            break
        os.write(terminal, left.pop(0))
        heard = time.monotonic()
with open(output, "wb") as file:
    file.write(written)
os.kill(child, 9)
os.waitpid(child, 0)
