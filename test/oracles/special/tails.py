"""Writes tails.json: special functions where double arithmetic runs out of digits (far tails, tiny shapes, large df).

Computed with mpmath 1.2.1 at 60 digits, apart from src/stats. A quantile is the root of the tail in ln x.
"""
import json
from pathlib import Path

from mpmath import betainc, exp, findroot, gammainc, log, loggamma, mp, mpf, nstr

mp.dps = 60
ROWS = []


def row(name, args, value):
    ROWS.append({"function": name, "args": args, "value": nstr(value, 25)})


def gamma_tails(a, x):
    """Lower tail by its series (all terms positive), upper tail as the rest."""
    term = total = mpf(1)
    n = 0
    while term > total * mpf(10) ** -58:
        n += 1
        term *= x / (a + n)
        total += term
    lower = total * exp(a * log(x) - x - loggamma(a + 1))
    return lower, (1 - lower if x < a + 30 else gammainc(a, x, regularized=True))


def beta_lower(a, b, x):
    """Continued fraction (Abramowitz & Stegun 26.5.8), evaluated by Lentz's method."""
    c, d = mpf(1), 1 / (1 - (a + b) * x / (a + 1))
    fraction, m, factor = d, 0, mpf(0)
    while abs(factor - 1) > mpf(10) ** -55:
        m += 1
        factor = mpf(1)
        for step in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d, c = 1 / (1 + step * d), 1 + step / c
            factor *= c * d
        fraction *= factor
    return fraction * exp(loggamma(a + b) - loggamma(a) - loggamma(b) + a * log(x) + b * log(1 - x)) / a


def quantile(tail, target, guess):
    """x at which the tail is `target`; `guess` is ln x."""
    return exp(findroot(lambda u: log(tail(exp(u))) - log(target), mpf(guess)))


for a in [0.001, 0.02, 0.3]:
    for x in [1e-200, 1e-5, 0.3, 0.9]:
        lower, upper = gamma_tails(mpf(a), mpf(x))
        row("gammaLower", [a, x], lower)
        row("gammaUpper", [a, x], upper)
for a, x in [(1e6, 993000.0), (1e6, 1006000.0), (1e9, 999700000.0), (1e9, 1000300000.0), (3000.0, 1200.0), (40.0, 800.0)]:
    lower, upper = gamma_tails(mpf(a), mpf(x))
    row("gammaLower", [a, x], lower)
    if upper > mpf(10) ** -40 or x > 2 * a:
        row("gammaUpper", [a, x], upper)
for p, a in [(0.4, 0.003), (1e-200, 0.7), (1e-280, 3.0), (1e-30, 1000.0), (1e-300, 0.9)]:
    start = (log(mpf(p)) + loggamma(mpf(a) + 1)) / a if a < 10 else log(mpf(a) * 0.7)
    row("gammaQuantile", [p, a], quantile(lambda x: gamma_tails(mpf(a), x)[0], mpf(p), start))
for q, a in [(0.7, 0.002), (0.5, 0.01)]:
    start = (log(1 - mpf(q)) + loggamma(mpf(a) + 1)) / a
    row("gammaQuantileUpper", [q, a], quantile(lambda x: gamma_tails(mpf(a), x)[1], mpf(q), start))
for a, b, x in [(2e8, 5e7, 0.7998), (70000.0, 0.002, 0.99), (0.002, 3.0, 0.4), (1000.0, 0.01, 0.999), (1e6, 1e9, 0.000995)]:
    lower = beta_lower(mpf(a), mpf(b), mpf(x))
    row("betaLower", [a, b, x], lower)
    row("betaUpper", [a, b, x], 1 - lower)
for p, a, b in [(0.6, 0.02, 5.0), (1e-200, 0.9, 700.0), (1e-290, 2.0, 0.5), (0.9, 0.05, 40.0)]:
    start = (log(mpf(p)) + log(mpf(a)) + loggamma(mpf(a)) + loggamma(mpf(b)) - loggamma(mpf(a) + b)) / a
    row("betaQuantile", [p, a, b], quantile(lambda x: betainc(mpf(a), mpf(b), 0, x, regularized=True), mpf(p), start))
for t, df in [(38.0, 1e9), (6.0, 1e6), (200.0, 30.0), (1e40, 2.0), (1e-9, 5.0)]:
    x = mpf(df) / (mpf(df) + mpf(t) ** 2)
    tail = 1 - beta_lower(mpf(1) / 2, mpf(df) / 2, 1 - x) if t < 1 else beta_lower(mpf(df) / 2, mpf(1) / 2, x)
    row("studentUpper", [t, df], tail / 2)
for x in [20.0, 30.0, 37.0]:
    row("normalUpper", [x], gammainc(mpf(1) / 2, mpf(x) ** 2 / 2, regularized=True) / 2)
Path(__file__).with_name("tails.json").write_text("[\n" + ",\n".join(json.dumps(r) for r in ROWS) + "\n]\n")
print(len(ROWS))
