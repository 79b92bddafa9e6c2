"""Writes special-functions.json: values of the special functions to 25 digits. See ../precise.py for how."""
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from precise import *  # noqa: E402,F403

ROWS = []


def row(name, args, value):
    # Arguments are read by the tests as binary numbers, so they are taken as such here.
    ROWS.append({"function": name, "args": args, "value": format(+value, ".25g")})


def d(x):
    return D(x)  # exact binary value of the float


for x in [0, 0.3, 1, 1.96, 3.09, 5, 8, 12, 14, -0.7, -4, -9]:
    row("normalUpper", [x], normal_upper(d(float(x))))
for p in [1e-30, 1e-10, 0.0005, 0.001, 0.025, 0.05, 0.3, 0.49, 0.6, 0.975, 0.999]:
    q = 1 - d(p)
    row("normalQuantile", [p], -normal_quantile_upper(d(p)) if p < 0.5 else normal_quantile_upper(q))
for a in [0.5, 1, 2.5, 7, 10, 88, 1000, 75000]:
    for f in [0.05, 0.5, 0.9, 1, 1.1, 2]:
        x = a * f
        low = gamma_lower(d(a), d(x))
        if D(10) ** -60 < low:
            row("gammaLower", [a, x], low)
        if D(10) ** -50 < 1 - low:
            row("gammaUpper", [a, x], 1 - low)
for a in [0.5, 1, 7, 20, 150]:
    for p in [1e-12, 0.0005, 0.025, 0.5, 0.8]:
        row("gammaQuantile", [p, a], gamma_quantile(d(p), d(a)))
        row("gammaQuantileUpper", [p, a], gamma_quantile_upper(d(p), d(a)))
row("gammaQuantile", [0.025, 75000], gamma_quantile(d(0.025), d(75000.0)))
row("gammaQuantileUpper", [0.001, 75000], gamma_quantile_upper(d(0.001), d(75000.0)))
for a, b, x in [(0.5, 0.5, 0.2), (2, 3, 0.4), (7, 17, 0.1), (7, 17, 0.6), (100, 1, 0.97), (30, 400, 0.02), (0.5, 1500, 0.001)]:
    row("betaLower", [a, b, x], beta_lower(d(a), d(b), d(x)))
for a, b, p in [(2, 3, 0.025), (7, 17, 0.001), (7, 17, 0.975)]:
    row("betaQuantile", [p, a, b], solve(lambda x: beta_lower(d(a), d(b), x) - d(p), D(10) ** -6, 1 - D(10) ** -6))
for df in [1, 2, 3, 8, 30, 500, 150000]:
    for t in [0.1, 1, 2.5, 6, 15]:
        tail = student_upper(d(float(t)), d(float(df)))
        if tail > D(10) ** -50:
            row("studentUpper", [t, df], tail)
    for q in [1e-8, 0.001, 0.025, 0.3]:
        row("studentQuantileUpper", [q, df], student_quantile_upper(d(q), d(float(df))))
for x in [0.1, 0.5, 1.5, 3, 11.7, 12, 100, 75000.5]:
    row("logGamma", [x], lgamma(d(float(x))))
out = Path(__file__).with_name("special-functions.json")
out.write_text("[\n" + ",\n".join(json.dumps(r) for r in ROWS) + "\n]\n")
print(len(ROWS))
