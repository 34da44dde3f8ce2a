#!/usr/bin/env python3
"""Hostile clients against a server for hours: python3 network.py PROGRAM HOURS"""
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zlib

PASSWORD = 'open sesame'
IAC, SE, SB, WILL, WONT, DO, DONT = 255, 240, 250, 251, 252, 253, 254
MOST_GROWTH_KIB, MOST_SECONDS = 100 * 1024, 5.0
WORLD = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Moo.EndToEnd.Tests', 'Worlds', 'network')


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def sub(option, data):
    return bytes([IAC, SB, option]) + data.replace(b'\xff', b'\xff\xff') + bytes([IAC, SE])


def attack(port, rng):
    """One hostile connection, chosen at random."""
    with socket.create_connection(('127.0.0.1', port), timeout=3) as s:
        kind = rng.randrange(9)
        if kind == 0:
            s.sendall(rng.randbytes(rng.randrange(1, 200_000)))
        elif kind == 1:
            s.sendall(bytes([IAC, SB, rng.randrange(256)]) + rng.randbytes(rng.randrange(300_000)))
        elif kind == 2:
            s.sendall(b'A' * rng.randrange(1, 2_000_000))
        elif kind == 3:
            s.sendall(b''.join(bytes([IAC, rng.choice([WILL, WONT, DO, DONT]), rng.randrange(256)]) for _ in range(20_000)))
        elif kind == 4:
            s.sendall(bytes([IAC, DO, 201]) + b''.join(sub(201, b'A.B ' + rng.choice([b'[' * 5000, b'{"a":1,"a":2}', b'1e999', rng.randbytes(50)])) for _ in range(200)))
        elif kind == 5:
            login(s)
            s.sendall(bytes([IAC, DO, 87]) + sub(87, b'') + rng.choice([zlib.compress(bytes(1 << 22)), rng.randbytes(5000)]))
        elif kind == 6:
            login(s)
            s.sendall(b'; ; for i in [1..2000] notify(connection(), "0123456789012345678901234567890123456789"); endfor\r\n')
            s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b'\1\0\0\0\0\0\0\0')
        elif kind == 7:
            s.sendall(b'#$#mcp authentication-key: k version: 2.1 to: 2.1\r\n')
            login(s)
            s.sendall(b''.join(b'#$#x k a*: "" _data-tag: %d\r\n#$#* %d a: xxxxxxxx\r\n' % (i, i) for i in range(2000)))
        else:
            time.sleep(rng.random() * 2)
        try:
            s.settimeout(0.2)
            s.recv(65536)
        except OSError:
            pass


def login(s):
    s.sendall(b'create u%d pw\r\n' % random.getrandbits(40))
    time.sleep(0.1)


def attacks(port, seed, ending):
    rng = random.Random(seed)
    while not ending.is_set():
        try:
            attack(port, rng)
        except OSError:
            pass


def ping(player, number):
    start = time.time()
    player.sendall(b'ping %d\r\n' % number)
    text = b''
    while b'pong %d' % number not in text:
        text += player.recv(65536)
    return time.time() - start


def resident(pid):
    with open('/proc/%d/status' % pid) as f:
        return next(int(line.split()[1]) for line in f if line.startswith('VmRSS'))


def main():
    program, hours = sys.argv[1], float(sys.argv[2])
    data, port, http = tempfile.mkdtemp(prefix='moo-soak-'), free_port(), free_port()
    server = subprocess.Popen([program, 'serve', '--data', data, '--telnet', '127.0.0.1:%d' % port, '--http', '127.0.0.1:%d' % http, '--core', WORLD],
                              env={**os.environ, 'MOO_WIZARD_PASSWORD': PASSWORD}, stdout=subprocess.DEVNULL)
    ending, failed = threading.Event(), False
    try:
        time.sleep(5)
        player = socket.create_connection(('127.0.0.1', port), timeout=30)
        player.sendall(b'create Watcher pw\r\n')
        time.sleep(2)
        threads = [threading.Thread(target=attacks, args=(port, seed, ending), daemon=True) for seed in range(4)]
        for thread in threads:
            thread.start()
        first, end, number = None, time.time() + hours * 3600, 0
        while time.time() < end and server.poll() is None:
            worst = 0.0
            for _ in range(60):
                number += 1
                worst = max(worst, ping(player, number))
                time.sleep(1)
            kib = resident(server.pid)
            first = first or kib
            print('%s  %d KiB (%+d)  slowest ping %.3f s' % (time.strftime('%H:%M:%S'), kib, kib - first, worst), flush=True)
            failed |= kib - first > MOST_GROWTH_KIB or worst > MOST_SECONDS
        failed |= server.poll() is not None
    finally:
        ending.set()
        if server.poll() is None:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=60)
        shutil.rmtree(data, ignore_errors=True)
    print('failed' if failed else 'held')
    raise SystemExit(1 if failed else 0)


if __name__ == '__main__':
    main()
