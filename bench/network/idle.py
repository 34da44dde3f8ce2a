#!/usr/bin/env python3
"""Idle connections: python3 idle.py PORT PID COUNT FIRST. Prints memory, processor time, and how fast one of them is answered."""
import os
import socket
import sys
import time


def resident_mib(pid):
    with open('/proc/%d/status' % pid) as status:
        return next(int(line.split()[1]) for line in status if line.startswith('VmRSS')) / 1024


def cpu_seconds(pid):
    with open('/proc/%d/stat' % pid) as stat:
        fields = stat.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def log_in(port, number):
    """A connection of one of the world's players; tries again until the world has made that player."""
    while True:
        s = socket.create_connection(('127.0.0.1', port), timeout=30)
        s.sendall(b'connect bot%d\r\n' % number)
        seen = b''
        while b'Connected' not in seen and b'connect NAME\r\n' not in seen[-200:]:
            s.settimeout(2)
            try:
                part = s.recv(65536)
            except socket.timeout:
                break
            if not part:
                break
            seen += part
        if b'Connected' in seen:
            return s
        s.close()
        time.sleep(0.2)


def main():
    port, pid, count, first = (int(argument) for argument in sys.argv[1:5])
    connections = []
    for i in range(count):
        connections.append(log_in(port, first + i))
    if count == 1:
        return
    print('%d connections: %.0f MiB resident' % (count, resident_mib(pid)))
    time.sleep(20)
    before = cpu_seconds(pid)
    time.sleep(20)
    print('idle for 20 s: %.0f MiB resident, %.2f %% of a processor' % (resident_mib(pid), (cpu_seconds(pid) - before) / 20 * 100))
    one, times = connections[count // 2], []
    for i in range(2000):
        start = time.perf_counter()
        one.sendall(b'ping %d\r\n' % i)
        seen = b''
        while b'pong %d\r\n' % i not in seen:
            seen += one.recv(65536)
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(0.004)
    times.sort()
    print('an echoed command: p50 %.2f ms, p99 %.2f ms, most %.2f ms' % (times[len(times) // 2], times[int(len(times) * 0.99)], times[-1]))


if __name__ == '__main__':
    main()
