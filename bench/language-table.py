#!/usr/bin/env python3
"""The speed kit's figures as the table of docs/benchmarks.md.

    bench/language-table.py OURS.json RIVALS.json

A ratio is our time over theirs, both as multiples of the calibration loop that was timed in the same run: below 1 we are faster.
"""
import json
import math
import sys


def main():
    ours, rivals = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
    scale = ours["meta"]["calibration_ns"] / rivals["calibration_ns"]
    names = list(rivals["ns_per_op"])
    ratios = {name: [] for name in names}
    print("| benchmark | ns | " + " | ".join("× " + name.split(" -")[0] for name in names) + " |")
    print("|---|---:|" + "---:|" * len(names))
    for bench, record in ours["results"].items():
        cells = []
        for name in names:
            theirs = rivals["ns_per_op"][name].get(bench)
            if theirs:
                ratios[name].append(record["ns_per_op"] / (theirs * scale))
            cells.append("%.2f" % ratios[name][-1] if theirs else "–")
        wrong = "" if record["check_ok"] else " (wrong result)"
        print("| %s%s | %.1f | %s |" % (bench, wrong, record["ns_per_op"], " | ".join(cells)))
    means = (math.exp(sum(map(math.log, values)) / len(values)) for values in ratios.values())
    print("| **geometric mean** | | " + " | ".join("**%.2f**" % mean for mean in means) + " |")
    print("| slower than it in | | " + " | ".join("%d of %d" % (sum(r > 1 for r in values), len(values)) for values in ratios.values()) + " |")


if __name__ == "__main__":
    main()
