"""Writes FAMILY.json for every family: cases computed here from the definitions, apart from src/stats.

Exact fractions where the definition allows, otherwise decimals of 80 digits (precise.py). Edge cases have their answer
by definition. Format and conventions are those of the files in public/.
"""
import json
import math
import sys
from itertools import permutations
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
from precise import *  # noqa: E402,F403

HERE = Path(__file__).parent
NONE = None


def num(x):
    if x is None or isinstance(x, (bool, str, int)):
        return x
    if isinstance(x, (list, tuple)):
        return [num(i) for i in x]
    if isinstance(x, dict):
        return {k: num(v) for k, v in x.items()}
    if isinstance(x, Fraction):
        return x.numerator / x.denominator
    return float(x)


FAMILIES = {}


def case(family, id, input, args, expected, tolerance=1e-10, how="definition, exact fractions or 80-digit decimals"):
    made = {"id": id, "source": "test/oracles/families.py: " + how, "input": num(input), "args": args,
            "expected": num(expected), "tolerance": tolerance}
    FAMILIES.setdefault(family, []).append(made)


def d(x):
    return D(x) if not isinstance(x, Fraction) else D(x.numerator) / D(x.denominator)


def z_of(confidence):
    return normal_quantile_upper((1 - D(str(confidence))) / 2)


Z = {c: z_of(c) for c in (0.9, 0.95, 0.99, 0.998)}


# proportion_ci
def wilson(x, n, c):
    z = Z[c]
    p = D(x) / n
    half = z * (p * (1 - p) / n + z * z / (4 * n * n)).sqrt()
    middle = p + z * z / (2 * n)
    scale = 1 + z * z / n
    return p, (middle - half) / scale, (middle + half) / scale


for id, x, n, c, m in [("one", 1, 1, 0.95, 1), ("none", 0, 1, 0.95, 1), ("large", 123456, 150000, 0.998, 100),
                       ("rare", 3, 1000000, 0.95, 100000), ("all", 350, 350, 0.99, 100), ("half", 50, 100, 0.9, 1)]:
    p, lo, hi = wilson(x, n, c)
    case("proportion_ci", id, {"x": x, "n": n}, {"confidence": c, "multiplier": m, "method": "wilson"},
         {"value": p * m, "lower": max(lo, D(0)) * m, "upper": hi * m})
two = [wilson(17, 90, c) for c in (0.95, 0.998)]
case("proportion_ci", "two-levels", {"x": 17, "n": 90}, {"confidence": [0.95, 0.998], "multiplier": 100, "method": "wilson"},
     {"value": two[0][0] * 100, "lower95": two[0][1] * 100, "upper95": two[0][2] * 100, "lower99_8": two[1][1] * 100,
      "upper99_8": two[1][2] * 100})
case("proportion_ci", "missing-and-empty", {"x": [4, None, 0], "n": [9, 12, 0]},
     {"confidence": 0.95, "multiplier": 1, "method": "wilson"},
     {"value": [D(4) / 9, None, None], "lower": [wilson(4, 9, 0.95)[1], None, None], "upper": [wilson(4, 9, 0.95)[2], None, None]})
for id, x, n in [("more-events-than-people", 5, 4), ("negative", -1, 4), ("nobody", 0, 0)]:
    case("proportion_ci", id, {"x": x, "n": n}, {"confidence": 0.95, "multiplier": 1, "method": "wilson"}, {"error": True})


# poisson_rate_ci
def garwood(x, c):
    tail = (1 - D(str(c))) / 2
    return (D(0) if x == 0 else gamma_quantile(tail, D(x))), gamma_quantile_upper(tail, D(x + 1))


def byar(x, c):
    z, x = Z[c], D(x)
    lo = None if x == 0 else x * (1 - 1 / (9 * x) - z / (3 * x.sqrt())) ** 3
    return (None if lo is None or lo < 0 else lo), (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * (x + 1).sqrt())) ** 3


for id, x, n, c, method in [("exact-0", 0, 500, 0.95, "exact"), ("exact-1", 1, 500, 0.998, "exact"),
                            ("exact-150", 150, 40000, 0.95, "exact"), ("phe-9", 9, 777, 0.95, "phe"),
                            ("phe-10", 10, 777, 0.95, "phe"), ("phe-0", 0, 777, 0.998, "phe"), ("byar-3", 3, 60, 0.95, "byar"),
                            ("byar-1-998", 1, 60, 0.998, "byar"), ("byar-150000", 150000, 2000000, 0.998, "byar"),
                            ("phe-2000", 2000, 1000000, 0.99, "phe")]:
    exact = method == "exact" or (method == "phe" and x < 10)
    lo, hi = (garwood if exact else byar)(x, c)
    scale = D(100000) / n
    expected = {"value": x * scale, "lower": None if lo is None else lo * scale, "upper": hi * scale}
    if method == "phe":
        expected["method"] = "Exact" if exact else "Byars"
    case("poisson_rate_ci", id, {"x": x, "n": n}, {"confidence": c, "multiplier": 100000, "method": method}, expected)
case("poisson_rate_ci", "negative", {"x": -2, "n": 10}, {"confidence": 0.95, "multiplier": 1, "method": "phe"}, {"error": True})
case("poisson_rate_ci", "no-population", {"x": 2, "n": 0}, {"confidence": 0.95, "multiplier": 1, "method": "phe"}, {"error": True})
case("poisson_rate_ci", "negative-population", {"x": 2, "n": -10}, {"confidence": 0.95, "multiplier": 1, "method": "phe"}, {"error": True})


# mean_ci
def mean_ci(x, c):
    x = [Fraction(str(i)) for i in x if i is not None]
    n = len(x)
    m = sum(x) / n
    var = sum((i - m) ** 2 for i in x) / (n - 1)
    sd = d(var).sqrt()
    w = student_quantile_upper((1 - D(str(c))) / 2, n - 1) * sd / D(n).sqrt()
    return {"sum": sum(x), "count": n, "sd": sd, "value": m, "lower": d(m) - w, "upper": d(m) + w}


for id, x, c in [("two", [1, 2], 0.95), ("constant", [4, 4, 4], 0.95), ("negative", [-3, -1, -7.5, 2], 0.99),
                 ("missing", [2, None, 5, 9, None], 0.95), ("far-from-0", [1e6 + 0.1, 1e6 + 0.4, 1e6 + 0.2], 0.95),
                 ("ten-998", [3, 1, 4, 1, 5, 9, 2, 6, 5, 3], 0.998)]:
    case("mean_ci", id, {"x": x}, {"confidence": c, "method": "student-t"}, mean_ci(x, c), 1e-9)
case("mean_ci", "single", {"x": [7]}, {"confidence": 0.95, "method": "student-t"},
     {"sum": 7, "count": 1, "value": 7, "sd": None, "lower": None, "upper": None})
case("mean_ci", "empty", {"x": []}, {"confidence": 0.95, "method": "student-t"}, {"value": None, "sd": None, "lower": None, "upper": None})
case("mean_ci", "confidence-2", {"x": [1, 2, 3]}, {"confidence": 2, "method": "student-t"}, {"error": True})


# dsr
def dsr(x, n, w, c, mult, method):
    x = [Fraction(i or 0) for i in x]
    n, w = [Fraction(i) for i in n], [Fraction(i) for i in w]
    total, sw = sum(x), sum(w)
    value = sum(a * b / k for a, b, k in zip(w, x, n)) / sw
    var = sum(b * (a / k) ** 2 for a, b, k in zip(w, x, n)) / sw ** 2
    if method == "byar-dobson":
        lo, hi = byar(int(total), c)
        s = (d(var) / int(total)).sqrt()
        lo, hi = d(value) + s * (lo - int(total)), d(value) + s * (hi - int(total))
    else:
        tail = (1 - D(str(c))) / 2
        wm = max(a / sw / k for a, k in zip(w, n))
        lo = gamma_quantile(tail, d(value ** 2 / var)) * d(var / value) if var else D(0)
        m, s = value + wm, var + wm ** 2
        hi = gamma_quantile_upper(tail, d(m ** 2 / s)) * d(s / m)
    return {"total_count": int(total), "total_pop": int(sum(n)), "value": value * mult, "lower": lo * mult, "upper": hi * mult}


X4, N4, W4 = [12, 30, 41, 77], [30000, 41000, 25000, 12000], [40, 30, 20, 10]
for id, x, n, w, c, method in [("plain", X4, N4, W4, 0.95, "byar-dobson"), ("998", X4, N4, W4, 0.998, "byar-dobson"),
                               ("ten-events", [1, 2, 3, 4], N4, W4, 0.95, "byar-dobson"),
                               ("missing-count", [None, 30, 41, 77], N4, W4, 0.95, "byar-dobson"),
                               ("gamma", X4, N4, W4, 0.95, "fay-feuer"), ("gamma-few", [0, 1, 2, 0], N4, W4, 0.95, "fay-feuer"),
                               ("gamma-none", [0, 0, 0, 0], N4, W4, 0.95, "fay-feuer")]:
    case("dsr", id, {"x": x, "n": n, "stdpop": w}, {"confidence": c, "multiplier": 100000, "method": method},
         dsr(x, n, w, c, 100000, method), 1e-9)
case("dsr", "nine-events", {"x": [1, 2, 3, 3], "n": N4, "stdpop": W4}, {"confidence": 0.95, "multiplier": 1, "method": "byar-dobson"},
     {"total_count": 9, "total_pop": 108000, "value": None, "lower": None, "upper": None})
case("dsr", "empty-band", {"x": [9, 9, 9, 9], "n": [10, 0, 10, 10], "stdpop": W4},
     {"confidence": 0.95, "multiplier": 1, "method": "byar-dobson"}, {"error": True})
case("dsr", "negative", {"x": [-9, 9, 9, 9], "n": N4, "stdpop": W4},
     {"confidence": 0.95, "multiplier": 1, "method": "byar-dobson"}, {"error": True})


# isr
def isr(x, n, xr, nr, c, mult):
    obs = sum(i or 0 for i in x)
    exp = sum(Fraction(a, b) * k for a, b, k in zip(xr, nr, n))
    lo, hi = (garwood if obs < 10 else byar)(obs, c)
    ref = Fraction(sum(xr), sum(nr)) * mult
    return {"observed": obs, "expected": exp, "ratio": obs / exp, "ratio_lower": lo / d(exp), "ratio_upper": hi / d(exp),
            "ref_rate": ref, "rate": obs / exp * ref, "rate_lower": lo / d(exp) * d(ref), "rate_upper": hi / d(exp) * d(ref)}


XR, NR = [70, 150, 600], [90000, 60000, 40000]
for id, x, n, c in [("none", [0, 0, 0], [900, 700, 300], 0.95), ("nine", [2, 3, 4], [900, 700, 300], 0.95),
                    ("ten", [2, 3, 5], [900, 700, 300], 0.95), ("many", [90, 310, 1200], [90000, 90000, 80000], 0.998),
                    ("missing-count", [2, None, 5], [900, 700, 300], 0.95), ("one-band", [20], [5000], 0.95)]:
    k = len(n)
    case("isr", id, {"x": x, "n": n, "x_ref": XR[:k], "n_ref": NR[:k]}, {"confidence": c, "multiplier": 100000, "refvalue": 1},
         isr(x, n, XR[:k], NR[:k], c, 100000), 1e-9)
case("isr", "nothing-expected", {"x": [1], "n": [0], "x_ref": [5], "n_ref": [10]}, {"confidence": 0.95, "multiplier": 1, "refvalue": 1}, {"error": True})
case("isr", "nothing-expected-counts", {"x": [1, 4], "n": [20, 30], "x_ref": [0, 0], "n_ref": [10, 10]}, {"confidence": 0.95, "multiplier": 1, "refvalue": 1},
     {"observed": 5, "expected": 0, "ratio": "Infinity", "ref_rate": 0})
case("isr", "empty-reference", {"x": [1], "n": [9], "x_ref": [0], "n_ref": [0]}, {"confidence": 0.95, "multiplier": 1, "refvalue": 1}, {"error": True})
case("isr", "negative", {"x": [-1], "n": [9], "x_ref": [1], "n_ref": [9]}, {"confidence": 0.95, "multiplier": 1, "refvalue": 1}, {"error": True})

# funnel_limits
for id, p, ns in [("five", 0.05, [10, 1000]), ("zero", 0.0, [10]), ("one", 1.0, [10]), ("small", 0.9, [1, 3])]:
    e = {}
    for c, name in [(0.95, "95"), (0.998, "99_8")]:
        w = [Z[c] * (D(p) * (1 - D(p)) / n).sqrt() for n in ns]
        e["lower" + name] = [max(D(0), D(p) - i) * 100 for i in w]
        e["upper" + name] = [min(D(1), D(p) + i) * 100 for i in w]
    case("funnel_limits", "proportion-" + id, {"benchmark": p, "n": ns},
         {"statistic": "proportion", "method": "wilson-inverted", "multiplier": 100}, e, 1e-9)
for id, es in [("tiny", [0.3, 1]), ("hundreds", [312.5, 900])]:
    e = {}
    for tail, name in [("0.025", "95"), ("0.001", "99_8")]:
        e["lower" + name] = [gamma_quantile(D(tail), D(i)) / D(i) for i in es]
        e["upper" + name] = [gamma_quantile_upper(D(tail), D(i) + 1) / D(i) for i in es]
    case("funnel_limits", "ratio-" + id, {"expected_events": es}, {"statistic": "ratio", "method": "exact-poisson", "multiplier": 1}, e, 1e-9)
case("funnel_limits", "pooled", {"x": [0, 500, 100, 100, 130], "n": [40, 1000, 1000, 1000, 1000]},
     {"statistic": "proportion", "benchmark": "pooled"},
     {"benchmark": Fraction(830, 4040), "significance": ["Low (0.001)", "High (0.001)", "Low (0.001)", "Low (0.001)", "Low (0.001)"]})
sig = []
for o, ex in [(20, 9), (3, 9), (9, 9), (0, 9), (15, 7), (100, 150)]:
    w = "Not significant"
    for c, t in [(0.95, "0.025"), (0.998, "0.001")]:
        lo, hi = (garwood if o < 10 else byar)(o, c)
        if lo > ex:
            w = f"High ({t})"
        if hi < ex:
            w = f"Low ({t})"
    sig.append(w)
case("funnel_limits", "ratio-significance", {"x": [20, 3, 9, 0, 15, 100], "n": [9, 9, 9, 9, 7, 150]}, {"statistic": "ratio"}, {"significance": sig})
case("funnel_limits", "more-events-than-people", {"x": [5], "n": [4]}, {"statistic": "proportion", "benchmark": "pooled"}, {"error": True})

# benchmark_compare
AREA = {"value": 20.0, "lower95": 17.0, "upper95": 23.0, "lower99_8": 15.0, "upper99_8": 26.0}
for id, bench, method, polarity, outcome in [
        ("edge", 23.0, "single95", "high-is-good", "Same"), ("below", 16.0, "single95", "high-is-good", "Better"),
        ("below-low-good", 16.0, "single95", "low-is-good", "Worse"), ("neutral", 16.0, "single95", "use-blues", "Better"),
        ("best", 14.0, "single95_998", "high-is-good", "Best"), ("better", 16.0, "single95_998", "high-is-good", "Better"),
        ("worst", 27.0, "single95_998", "high-is-good", "Worst"), ("best-low", 27.0, "single95_998", "low-is-good", "Best"),
        ("same", 18.0, "single95_998", "low-is-good", "Same"), ("outer-edge", 26.0, "single95_998", "high-is-good", "Worse"),
        ("no-polarity", 16.0, "single95", "not-applicable", "None")]:
    case("benchmark_compare", id, {"area": AREA, "benchmark": {"value": bench}}, {"method": method, "polarity": polarity}, {"outcome": outcome}, 0)
case("benchmark_compare", "no-benchmark", {"area": AREA, "benchmark": {"value": None}}, {"method": "single95", "polarity": "low-is-good"}, {"outcome": "None"}, 0)
case("benchmark_compare", "no-interval", {"area": {"value": 20.0}, "benchmark": {"value": 3.0}}, {"method": "single95", "polarity": "low-is-good"}, {"outcome": "None"}, 0)
SPC = {"value": 33.0, "denominator": 100}
for id, bench, outcome in [("within", 25.0, "Same"), ("above", 22.0, "Better"), ("far", 45.0, "Worse")]:
    lo, hi = [float(i) * 100 for i in wilson(int(bench), 100, 0.95)[1:]]
    assert outcome == ("Same" if lo <= 33 <= hi else "Better" if 33 > hi else "Worse"), (bench, lo, hi)
    case("benchmark_compare", "spc-" + id, {"area": SPC, "benchmark": {"value": bench}}, {"method": "spc-proportions", "polarity": "high-is-good", "unit": 100, "confidence": 0.95}, {"outcome": outcome}, 0)
for id, b, outcome in [("overlap", {"value": 25.0, "lower95": 22.0, "upper95": 28.0}, "Same"), ("apart", {"value": 25.0, "lower95": 23.5, "upper95": 28.0}, "Worse")]:
    case("benchmark_compare", "double-" + id, {"area": AREA, "benchmark": b}, {"method": "double95", "polarity": "high-is-good"}, {"outcome": outcome}, 0)
for id, v, polarity, outcome in [("low", 1, "low-is-good", 1), ("bound", 10.8, "low-is-good", 1), ("over", 10.9, "low-is-good", 2), ("top", 50, "high-is-good", 1)]:
    case("benchmark_compare", "quintile-" + id, {"value": v, "values": list(range(1, 51))}, {"method": "quintiles", "polarity": polarity}, {"outcome": outcome}, 0)


# chi2_trend
def trend(x, n, s):
    x, n, s = [Fraction(i) for i in x], [Fraction(i) for i in n], [Fraction(str(i)) for i in s]
    N, R = sum(n), sum(x)
    # Armitage's own form, with sums about 0.
    T = N * sum(a * b for a, b in zip(x, s)) - R * sum(a * b for a, b in zip(n, s))
    S = N * sum(a * b * b for a, b in zip(n, s)) - sum(a * b for a, b in zip(n, s)) ** 2
    chi = N * T ** 2 / (R * (N - R) * S)
    z = d(chi).sqrt() * (1 if T >= 0 else -1)
    return {"chi2": chi, "df": 1, "p": 2 * normal_upper(abs(z)), "z": z, "chi2_n_minus_1": chi * (N - 1) / N, "slope": T / S}


for id, x, n, s in [("falling", [40, 30, 22, 9], [100, 100, 90, 80], [1, 2, 3, 4]), ("years", [300, 340, 395, 430, 480], [5000] * 5, [2014, 2015, 2016, 2017, 2018]),
                    ("uneven-scores", [3, 8, 20], [50, 60, 70], [0, 1, 5]), ("negative-scores", [3, 8, 20], [50, 60, 70], [-2.5, 0, 1]),
                    ("far-tail", [100, 500, 1500, 3000], [10000] * 4, [1, 2, 3, 4]), ("empty-group", [3, 0, 20], [50, 0, 70], [1, 2, 3])]:
    case("chi2_trend", id, {"x": x, "n": n, "score": s}, {"method": "cochran-armitage", "variance": "N"}, trend(x, n, s), 1e-9)
case("chi2_trend", "nobody-df", {"x": [0, 0, 0], "n": [5, 5, 5], "score": [1, 2, 3]}, {"method": "cochran-armitage", "variance": "N"}, {"chi2": None, "df": 1, "p": None},
     how="R 4.2.2 prop.trend.test: NaN")
for id, x, n in [("nobody", [0, 0, 0], [5, 5, 5]), ("everybody", [5, 5], [5, 5]), ("one-group", [2], [5]), ("more-events", [6, 1], [5, 5])]:
    case("chi2_trend", id, {"x": x, "n": n, "score": list(range(1, len(x) + 1))}, {"method": "cochran-armitage", "variance": "N"}, {"error": True})


# recent_trend
def signs(slopes):
    return all(i < 0 for i in slopes) or all(i >= 0 for i in slopes)


def slope_of(ys, ws, ts):
    W = sum(ws)
    tb = sum(w * t for w, t in zip(ws, ts)) / W
    return sum(w * (t - tb) * y for w, t, y in zip(ws, ts, ys)) / sum(w * (t - tb) ** 2 for w, t in zip(ws, ts))


def recent(year, count, den, value, lo, hi, method):
    rows = sorted(zip(year, count, den, value, lo, hi))[-5:]
    ts = list(range(1, 6))
    drop = lambda v, k: [a for i, a in enumerate(v) if i != k]
    if method == "fingertips-proportion":
        chi = d(trend([r[1] for r in rows], [r[2] for r in rows], ts)["chi2"])
        ys, ws = [math.log(r[1] / (r[2] - r[1])) for r in rows], [1] * 5
    else:
        ys = [r[3] for r in rows]
        ws = [(3.92 / (r[5] - r[4])) ** 2 for r in rows]
        tb = sum(w * t for w, t in zip(ws, ts)) / sum(ws)
        chi = slope_of(ys, ws, ts) ** 2 * sum(w * (t - tb) ** 2 for w, t in zip(ws, ts))
    slopes = [slope_of(ys, ws, ts)] + [slope_of(drop(ys, k), drop(ws, k), drop(ts, k)) for k in range(5)]
    threshold = 2 * gamma_quantile(D("0.998"), D("0.5"))
    s = signs(slopes) and chi > threshold
    return {"chi2": chi, "significant": bool(s), "threshold": threshold, "marker": "NoChange" if not s else "Increasing" if slopes[0] > 0 else "Decreasing"}


def rates(counts, dens):
    v = [100 * c / n for c, n in zip(counts, dens)]
    w = [wilson(c, n, 0.95) for c, n in zip(counts, dens)]
    return v, [round(float(i[1] * 100), 6) for i in w], [round(float(i[2] * 100), 6) for i in w]


Y6 = [2013, 2014, 2015, 2016, 2017, 2018]
for id, counts in [("falling", [600, 560, 500, 430, 380, 300]), ("one-outlier", [300, 320, 310, 305, 300, 600]), ("rising", [100, 200, 260, 330, 400, 480]), ("flat", [300, 310, 290, 305, 300, 298])]:
    dens = [5000] * 6
    v, lo, hi = rates(counts, dens)
    for method in ["fingertips-weighted-slope", "fingertips-proportion"]:
        case("recent_trend", id + method[10:], {"year": Y6, "count": counts, "denominator": dens, "value": v, "lower95": lo, "upper95": hi},
             {"method": method, "points": 5, "level": 0.998}, recent(Y6, counts, dens, v, lo, hi, method), 1e-9)
v, lo, hi = rates([300, 340, 395, 430, 480], [5000] * 5)
base = {"year": Y6[1:], "count": [300, 340, 395, 430, 480], "denominator": [5000] * 5, "value": v, "lower95": lo, "upper95": hi}
for id, change in [("broken", {"value": [v[0], v[1], None, v[3], v[4]]}), ("short", {k: i[:4] for k, i in base.items()}), ("everybody", {"count": [300, 340, 395, 430, 5000]})]:
    case("recent_trend", id, {**base, **change}, {"method": "fingertips-proportion", "points": 5, "level": 0.998},
         {"marker": "CannotBeCalculated", "significant": False}, 1e-9)
case("recent_trend", "nobody", {**base, "count": [0] * 5}, {"method": "fingertips-proportion", "points": 5, "level": 0.998},
     {"marker": "NoChange", "significant": False, "chi2": None}, 1e-9)


# mann_kendall, theil_sen
def sgn(v):
    return (v > 0) - (v < 0)


def groups(v):
    return [v.count(i) for i in set(v)]


def mk(year, y, continuity=True, alternative="two-sided"):
    pairs = [(a, Fraction(str(b))) for a, b in zip(year, y) if b is not None]
    n = len(pairs)
    v = [b for _, b in sorted(pairs)]
    S = sum(sgn(v[j] - v[i]) for i in range(n) for j in range(i + 1, n))
    ties = groups(v)
    var = Fraction(n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties), 18)
    z = D(0) if var == 0 else (S - (sgn(S) if continuity else 0)) / d(var).sqrt()
    half = n * (n - 1) // 2
    tied = sum(t * (t - 1) // 2 for t in ties)
    p = {"two-sided": min(D(1), 2 * normal_upper(abs(z))), "greater": normal_upper(z), "less": normal_upper(-z)}[alternative]
    return {"n": n, "s": S, "var_s": var, "z": z, "p": p, "tau_a": Fraction(S, half),
            "tau_b": None if half == tied else S / (D(half) * (half - tied)).sqrt()}, v


def exact_p(v):
    n = len(v)
    S = abs(sum(sgn(v[j] - v[i]) for i in range(n) for j in range(i + 1, n)))
    hits = total = 0
    for q in permutations(range(n)):
        total += 1
        hits += abs(sum(sgn(q[j] - q[i]) for i in range(n) for j in range(i + 1, n))) >= S
    return Fraction(hits, total)


def ts(year, y, confidence=0.95):
    pairs = sorted((a, Fraction(str(b))) for a, b in zip(year, y) if b is not None)
    n = len(pairs)
    slopes = sorted((b2 - b1) / (a2 - a1) for i, (a1, b1) in enumerate(pairs) for a2, b2 in pairs[i + 1:] if a2 != a1)
    slope = median(slopes)
    C = Z[confidence] * d(mk([a for a, _ in pairs], [b for _, b in pairs])[0]["var_s"]).sqrt()
    N = len(slopes)

    def at(place):
        if place < 1 or place > N:
            return None
        k = int(place)
        rest = place - k
        return d(slopes[k - 1]) + (d(slopes[min(k, N - 1)]) - d(slopes[k - 1])) * rest

    lo, hi = max(round((N - C) / 2) - 1, 0), min(round((N + C) / 2), N - 1)
    return {"n": n, "slope": slope, "intercept": median(b for _, b in pairs) - slope * median(a for a, _ in pairs), "n_slopes": N,
            "ci_scipy_lower": slopes[lo], "ci_scipy_upper": slopes[hi], "ci_gilbert_lower": at((N - C) / 2), "ci_gilbert_upper": at((N + C) / 2 + 1)}


SERIES = [("down", [2010, 2011, 2012, 2013, 2014], [9, 7, 8, 5, 4]), ("gaps", [2001, 2003, 2004, 2009, 2010, 2011, 2015], [1.5, 2.5, 2, 4, 3.5, 6, 5.5]),
          ("missing", [2015, 2016, 2017, 2018, 2019, 2020], [4, None, 5, 7, None, 8]), ("unsorted", [2019, 2015, 2017, 2018, 2016], [9, 4, 5, 7, 6]),
          ("many-ties", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 2, 2, 3, 3, 3, 3, 4, 4, 1]), ("twelve", list(range(2000, 2012)), [3.1, 2.9, 3.3, 3.6, 3.2, 3.9, 4.1, 4.0, 4.4, 4.2, 4.8, 4.5]),
          ("two", [2000, 2001], [1, 2]), ("tied-negative", [1, 2, 3, 4, 5], [-1, -1, -2, -4, -4])]
for id, year, y in SERIES:
    e, v = mk(year, y)
    if len(set(v)) == len(v) and len(v) <= 7:
        e["p_exact"] = exact_p(v)
    case("mann_kendall", id, {"year": year, "y": y}, {"continuity": True, "alternative": "two-sided"}, e, 1e-9)
    if len(v) > 2:
        case("theil_sen", id, {"year": year, "y": y}, {"confidence": 0.95, "intercept": "median(y)-slope*median(year)"}, ts(year, y), 1e-9)
case("mann_kendall", "plain-greater", {"year": SERIES[1][1], "y": SERIES[1][2]}, {"continuity": False, "alternative": "greater"}, mk(SERIES[1][1], SERIES[1][2], False, "greater")[0], 1e-9)
case("mann_kendall", "less", {"year": SERIES[0][1], "y": SERIES[0][2]}, {"continuity": True, "alternative": "less"}, mk(SERIES[0][1], SERIES[0][2], True, "less")[0], 1e-9)
case("mann_kendall", "constant", {"year": [1, 2, 3, 4], "y": [5, 5, 5, 5]}, {"continuity": True, "alternative": "two-sided"}, {"n": 4, "s": 0, "var_s": 0, "z": 0, "p": 1, "tau_a": 0, "tau_b": None})
case("mann_kendall", "one-point", {"year": [1, 2], "y": [5, None]}, {"continuity": True, "alternative": "two-sided"}, {"error": True})
case("theil_sen", "years-listed-twice", {"year": [2004, 2002, 2006, 2001, 2004, 2002, 2004, 2003, 2001], "y": [2.9, 3, 2.8, 1, 4, 5, 5, 2, 1]},
     {"confidence": 0.95, "intercept": "median(y)-slope*median(year)"},
     {"n": 9, "slope": 0.5, "intercept": -998.6, "ci_scipy_lower": -0.5, "ci_scipy_upper": Fraction(4, 3)}, 1e-9, how="scipy 1.10.1 theilslopes")
case("theil_sen", "constant", {"year": [1, 2, 3, 4], "y": [5, 5, 5, 5]}, {"confidence": 0.95}, {"n": 4, "slope": 0, "intercept": 5, "n_slopes": 6})
case("theil_sen", "one-point", {"year": [1, 2], "y": [5, None]}, {"confidence": 0.95}, {"error": True})


# ols_trend
def ols(x, y, c=0.95):
    xy = [(Fraction(str(a)), Fraction(str(b))) for a, b in zip(x, y) if b is not None]
    n = len(xy)
    mx, my = sum(a for a, _ in xy) / n, sum(b for _, b in xy) / n
    xx, xyy, yy = sum((a - mx) ** 2 for a, _ in xy), sum((a - mx) * (b - my) for a, b in xy), sum((b - my) ** 2 for _, b in xy)
    slope = xyy / xx
    sse = yy - slope * xyy
    e = {"n": n, "slope": slope, "intercept": my - slope * mx, "df": n - 2, "r2": None if yy == 0 else 1 - sse / yy}
    if n > 2 and sse > 0:
        sd = d(sse / (n - 2)).sqrt()
        se = sd / d(xx).sqrt()
        w = se * student_quantile_upper((1 - D(str(c))) / 2, n - 2)
        t = d(slope) / se
        e.update(residual_sd=sd, se_slope=se, ci_lower=d(slope) - w, ci_upper=d(slope) + w, t=t, p=2 * student_upper(abs(t), n - 2))
    return e


for id, year, y in SERIES:
    case("ols_trend", id, {"year": year, "y": y}, {"confidence": 0.95}, ols(year, y), 1e-8)
case("ols_trend", "on-a-line", {"year": [2010, 2011, 2012, 2013], "y": [3.1, 3.2, 3.3, 3.4]}, {"confidence": 0.95},
     {"n": 4, "slope": Fraction(1, 10), "r2": 1, "se_slope": 0, "residual_sd": 0, "p": 0, "t": "Infinity"}, 1e-8)
case("ols_trend", "constant", {"year": [2010, 2011, 2012], "y": [5, 5, 5]}, {"confidence": 0.95}, {"n": 3, "slope": 0, "intercept": 5, "r2": None, "t": None, "p": None}, 1e-8)
case("ols_trend", "one-year", {"year": [2010, 2010], "y": [5, 6]}, {"confidence": 0.95}, {"error": True})
case("ols_trend", "large-values", {"year": [2010, 2011, 2012, 2014], "y": [1000000001.5, 1000000003, 1000000002.25, 1000000009]}, {"confidence": 0.99},
     ols([2010, 2011, 2012, 2014], [1000000001.5, 1000000003, 1000000002.25, 1000000009], 0.99), 1e-8)


# eb_shrinkage
def eb(x, n, family):
    x, n = [Fraction(i) for i in x], [Fraction(i) for i in n]
    N, m = sum(n), len(n)
    b = sum(x) / N
    s2 = sum(k * (i / k - b) ** 2 for i, k in zip(x, n)) / N
    mean = N / m
    if family == "poisson":
        a = max(Fraction(0), s2 - b / mean)
        est = [b + (i / k - b) * a / (a + b / k) for i, k in zip(x, n)]
        return {"raw": [i / k for i, k in zip(x, n)], "eb": est, "mean": b, "variance": a}
    rho = [(k * s2 - k / mean * b * (1 - b)) / ((k - 1) * s2 + (mean - k) / mean * b * (1 - b)) for k in n]
    return {"raw": [i / k for i, k in zip(x, n)], "eb": [r * i / k + (1 - r) * b for r, i, k in zip(rho, x, n)], "mean": b}


for id, x, n in [("rare", [1, 0, 5, 2, 9], [1000, 800, 1500, 900, 2500]), ("common", [40, 70, 22, 90], [100, 120, 80, 130]), ("large", [150000, 90000, 120000], [2000000, 1000000, 1500000]), ("two", [1, 9], [50, 60])]:
    for family in ["poisson", "binomial"]:
        case("eb_shrinkage", id + "-" + family, {"count": x, "population": n}, {"method": "marshall-global", "family": family}, eb(x, n, family))
case("eb_shrinkage", "no-events", {"count": [0, 0], "population": [5, 6]}, {"method": "marshall-global", "family": "poisson"}, {"error": True})
case("eb_shrinkage", "no-events-raw", {"count": [0, 0], "population": [5, 6]}, {"method": "marshall-global", "family": "poisson"},
     {"raw": [0, 0], "eb": [None, None], "mean": 0, "variance": 0}, how="spdep 1.2-7 EBest: 0/0 where there is no event")
case("eb_shrinkage", "nobody", {"count": [1, 0, 3], "population": [50, 0, 60]}, {"method": "marshall-global", "family": "poisson"},
     {**eb([1, 3], [50, 60], "poisson"), "raw": [Fraction(1, 50), None, Fraction(1, 20)], "eb": [Fraction(4, 110), None, Fraction(4, 110)]})
case("eb_shrinkage", "negative", {"count": [-1, 2], "population": [5, 6]}, {"method": "marshall-global", "family": "poisson"}, {"error": True})


# inequality
def ineq(x, w=None):
    weighted = w is not None
    rows = [(Fraction(str(a)), Fraction(b)) for a, b in zip(x, w or [1] * len(x)) if a is not None and b is not None]
    n, W = len(rows), sum(b for _, b in rows)
    mu = sum(a * b for a, b in rows) / W
    gini = sum(b1 * b2 * abs(a1 - a2) for a1, b1 in rows for a2, b2 in rows) / (2 * W * W * mu)
    ave = lambda f: sum(d(b) * f(d(a / mu)) for a, b in rows) / d(W)
    zero = any(a == 0 for a, _ in rows)
    ss = sum(b * (a - mu) ** 2 for a, b in rows)
    e = {"gini": gini, "theil_t": ave(lambda r: r * r.ln() if r else D(0)), "theil_l": None if zero else -ave(lambda r: r.ln()),
         "hoover": ave(lambda r: abs(r - 1)) / 2, "cv_population": d(ss / W).sqrt() / d(mu), "atkinson_0.5": 1 - ave(lambda r: r.sqrt()) ** 2,
         "atkinson_1": 1 if zero else 1 - ave(lambda r: r.ln()).exp(), "mean": mu}
    if not weighted:
        s = sorted(a for a, _ in rows)

        def q(p):
            h = (n - 1) * Fraction(p)
            k = h.numerator // h.denominator
            return s[k] + (s[min(k + 1, n - 1)] - s[k]) * (h - k)

        e.update(n=n, gini_corrected=gini * n / (n - 1), cv_sample=d(ss / (n - 1)).sqrt() / d(mu), range_diff=s[-1] - s[0],
                 range_ratio=None if s[0] == 0 else s[-1] / s[0], p90_p10=None if q("0.1") == 0 else q("0.9") / q("0.1"), p75_p25=None if q("0.25") == 0 else q("0.75") / q("0.25"))
    return e


for id, x in [("seven", [3, 1, 4, 1, 5, 9, 2.5]), ("zero", [0, 2, 5, 9]), ("zeros", [0, 0, 0, 12]), ("missing", [4, None, 8, 15, None, 16]), ("two", [1, 1000000])]:
    case("inequality", id, {"x": x}, {"method": "unweighted", "missing": "drop"}, ineq(x))
for id, x, w in [("weights", [3, 1, 4, 1.5], [5, 1, 7, 2]), ("zero-weight", [3, 1, 400], [5, 1, 0]), ("zero-value", [0, 7, 9], [10, 20, 30])]:
    case("inequality", id, {"x": x, "w": w}, {"method": "population-weighted"}, ineq(x, w))
for id, x in [("negative", [-1, 2, 5]), ("all-zero", [0, 0])]:
    case("inequality", id, {"x": x}, {"method": "unweighted", "missing": "drop"}, {"gini": None, "theil_t": None, "theil_l": None, "hoover": None})
    case("inequality", id + "-refused", {"x": x}, {"method": "unweighted", "missing": "drop"}, {"error": True})
case("inequality", "empty", {"x": []}, {"method": "unweighted", "missing": "drop"}, {"error": True})
case("inequality", "negative-weight", {"x": [1, 2], "w": [1, -2]}, {"method": "population-weighted"}, {"error": True})

# convergence
for id, y0, y1, t0, t1 in [("six", [10, 25, 31, 44, 60, 90], [21, 40, 39, 60, 71, 99], 2005, 2020), ("one-year", [10, 25, 31, 44], [11, 26, 33, 43], 2019, 2020), ("diverging", [10, 20, 40, 80], [11, 24, 55, 130], 2010, 2020), ("two", [10, 20], [15, 22], 2010, 2014)]:
    T = t1 - t0
    xs = [D(i).ln() for i in y0]
    ys = [(D(b) / D(a)).ln() / T for a, b in zip(y0, y1)]
    n = len(xs)
    mx, my = sum(xs) / n, sum(ys) / n
    xx, xy, yy = sum((a - mx) ** 2 for a in xs), sum((a - mx) * (b - my) for a, b in zip(xs, ys)), sum((b - my) ** 2 for b in ys)
    beta = xy / xx
    e = {"alpha": my - beta * mx, "beta": beta, "r2": beta * xy / yy}
    if n > 2:
        se = ((yy - beta * xy) / (n - 2) / xx).sqrt()
        e.update(se_beta=se, t_beta=beta / se, p_beta=2 * student_upper(abs(beta / se), n - 2))
    e["speed"] = -(1 + T * beta).ln() / T
    e["half_life"] = D(2).ln() / e["speed"] if e["speed"] > 0 else None
    case("convergence", "beta-" + id, {"y0": y0, "y1": y1}, {"method": "beta", "t0": t0, "t1": t1}, e, 1e-9)
case("convergence", "beta-zero", {"y0": [0, 5, 6], "y1": [2, 6, 7]}, {"method": "beta", "t0": 1, "t1": 2}, {"error": True})
case("convergence", "beta-same-year", {"y0": [1, 5, 6], "y1": [2, 6, 7]}, {"method": "beta", "t0": 2, "t1": 2}, {"error": True})
for id, cols, kind in [("gap-years", {2000: [4, 9, 16], 2002: [5, 9, 15], 2007: [7, 9, 14], 2008: [8, 9.5, 12]}, "population"), ("sample", {2000: [4, 9, 16, 20], 2001: [5, 9, 15, 22], 2002: [7, 9, 14, 18]}, "sample")]:
    sd_log, cv = [], []
    for col in cols.values():
        div = len(col) - (kind == "sample")
        ls = [D(i).ln() for i in col]
        m = sum(ls) / len(ls)
        sd_log.append((sum((i - m) ** 2 for i in ls) / div).sqrt())
        fs = [Fraction(str(i)) for i in col]
        m = sum(fs) / len(fs)
        cv.append(d(sum((i - m) ** 2 for i in fs) / div).sqrt() / d(m))
    years = list(cols)
    fit = [ols(years, [format(+i, ".40g") for i in s]) for s in (sd_log, cv)]
    case("convergence", "sigma-" + id, {"year": years, "columns": {f"y{k}": v for k, v in cols.items()}}, {"method": "sigma", "sd": kind},
         {"sd_log": sd_log, "cv": cv, "trend_sd_log": {"slope": fit[0]["slope"], "se": fit[0]["se_slope"], "p": fit[0]["p"]},
          "trend_cv": {"slope": fit[1]["slope"], "se": fit[1]["se_slope"], "p": fit[1]["p"]}}, 1e-9)

# normalise
V = [8, 2, 6, None, 4, 6]
P = [Fraction(i) for i in V if i is not None]
over = lambda f: [None if i is None else f(Fraction(i)) for i in V]
mean = sum(P) / len(P)
sd = d(sum((i - mean) ** 2 for i in P) / (len(P) - 1)).sqrt()
rank = lambda v: 1 + sum(i < v for i in P)
for id, args, y in [
        ("minmax-1-10", {"method": "n_minmax", "l_u": [1, 10]}, over(lambda v: (v - 2) / 6 * 9 + 1)), ("zscore-10-2", {"method": "n_zscore", "m_sd": [10, 2]}, over(lambda v: d(v - mean) / sd * 2 + 10)),
        ("scaled", {"method": "n_scaled", "npara": [1, 9]}, over(lambda v: (v - 1) / 8 * 100)), ("rank", {"method": "n_rank"}, over(rank)), ("borda", {"method": "n_borda"}, over(lambda v: rank(v) - 1)),
        ("prank", {"method": "n_prank", "ties": "min"}, over(lambda v: Fraction(rank(v) - 1, 4))), ("dist2max", {"method": "n_dist2max"}, over(lambda v: (v - 2) / 6)), ("fracmax", {"method": "n_fracmax"}, over(lambda v: v / 8)),
        ("dist2ref", {"method": "n_dist2ref", "iref": 3}, over(lambda v: (v - 2) / 4)), ("dist2ref-capped", {"method": "n_dist2ref", "iref": 3, "cap_max": True}, over(lambda v: min(Fraction(1), (v - 2) / 4))),
        ("dist2targ", {"method": "n_dist2targ", "targ": 5}, over(lambda v: (v - 2) / 3)), ("dist2targ-low", {"method": "n_dist2targ", "targ": 3, "direction": -1, "cap_max": True}, over(lambda v: min(Fraction(1), (8 - v) / 5))),
        ("goalposts-open", {"method": "n_goalposts", "gposts": [3, 7, 10], "direction": 1, "trunc": False}, over(lambda v: (v - 3) / 4 * 10)), ("dist2ref-missing", {"method": "n_dist2ref", "iref": 4}, [None] * 6)]:
    case("normalise", id, {"x": V}, args, {"y": y})
for id, x, m in [("constant", [3, 3, 3], "n_minmax"), ("constant-z", [3, 3, 3], "n_zscore"), ("single", [3], "n_prank")]:
    case("normalise", id, {"x": x}, {"method": m}, {"y": [None] * len(x)})
case("normalise", "reference-outside", {"x": [1, 2]}, {"method": "n_dist2ref", "iref": 7}, {"error": True})
case("normalise", "equal-goalposts", {"x": [1, 3, 5]}, {"method": "n_goalposts", "gposts": [3, 3, 1], "direction": 1, "trunc": True}, {"error": True})
case("normalise", "turned", {"x": [8, 2, 6, None, 4]}, {"method": "n_minmax", "l_u": [0, 100], "direction": -1}, {"y": [0, 100, Fraction(100, 3), None, Fraction(200, 3)]})

# aggregation
for id, x, w, m, p, y in [
        ("amean-missing", [10, None, 40], [1, 5, 2], "a_amean", None, Fraction(90, 3)), ("amean-negative", [-10, 20], [1, 3], "a_amean", None, Fraction(50, 4)), ("gmean", [2, 8, 4], [1, 1, 2], "a_gmean", None, (D(2).ln() + D(8).ln() + 2 * D(4).ln()).__truediv__(4).exp()),
        ("hmean-negative", [-2, 4], [1, 1], "a_hmean", None, Fraction(2) / (Fraction(-1, 2) + Fraction(1, 4))), ("genmean-2", [3, 4], [1, 1], "a_genmean", 2, (D(25) / 2).sqrt()), ("genmean-minus-1", [3, 6], [1, 2], "a_genmean", -1, Fraction(3) / (Fraction(1, 3) + Fraction(2, 6))),
        ("all-missing", [None, None], [1, 1], "a_amean", None, None), ("zero-weight", [5, 9], [0, 2], "a_amean", None, 9)]:
    case("aggregation", id, {"x": x, "w": w}, {"method": m, **({} if p is None else {"p": p})}, {"y": y})
for id, x, m, extra in [("gmean-zero", [0, 5], "a_gmean", {}), ("gmean-negative", [-1, 5], "a_gmean", {}), ("hmean-zero", [0, 5], "a_hmean", {}), ("genmean-0", [1, 5], "a_genmean", {"p": 0}), ("genmean-zero", [0, 5], "a_genmean", {"p": -2})]:
    case("aggregation", id, {"x": x, "w": [1, 1]}, {"method": m, **extra}, {"error": True})
case("aggregation", "negative-weight", {"x": [1, 2], "w": [-1, 1]}, {"method": "a_amean"}, {"error": True})


# treat
def moments(x):
    x = [Fraction(str(i)) for i in x if i is not None]
    n = len(x)
    m = sum(x) / n
    m2, m3, m4 = [sum((i - m) ** k for i in x) / n for k in (2, 3, 4)]
    g1 = d(m3) / d(m2) ** D("1.5")
    g2 = m4 / m2 ** 2 - 3
    return g1 * D(n * (n - 1)).sqrt() / (n - 2), Fraction(n - 1, (n - 2) * (n - 3)) * ((n + 1) * g2 + 6)


for id, x in [("skewed", [1, 1, 2, 3, 30]), ("left", [-50, 1, 2, 3, 4, 5]), ("missing", [1, None, 4, 9, 16, 25]), ("symmetric", [1, 2, 3, 4, 5])]:
    s, k = moments(x)
    case("treat", "moments-" + id, {"x": x}, {"method": "skew_kurt"}, {"skew": s, "kurt": k}, 1e-9)
case("treat", "winsorise-constant", {"x": [2, 2, 2, 2]}, {"method": "winsorise", "winmax": 5}, {"error": True})
case("treat", "moments-constant", {"x": [2, 2, 2, 2]}, {"method": "skew_kurt"}, {"skew": None, "kurt": None})
case("treat", "winsorise-three", {"x": [1, 2, 60]}, {"method": "winsorise", "winmax": 5}, {"error": True}, how="kurtosis needs four values")
case("treat", "moments-three", {"x": [0, 0, 3]}, {"method": "skew_kurt"}, {"skew": D(3).sqrt(), "kurt": None})
L = [3, 10, 1, None, 7]
ln = lambda v: D(v).ln()
m = D("0.09")
for id, args, x in [("log_CT", {"method": "log_CT"}, [None if i is None else ln(i - 1 + m) for i in L]), ("log_CT_orig", {"method": "log_CT_orig"}, [None if i is None else ln(i) for i in L]),
                    ("log_CT_plus", {"method": "log_CT_plus"}, [None if i is None else ln(i - 1 + m) for i in L]), ("boxcox-2", {"method": "boxcox", "lambda": 2}, [None if i is None else Fraction(i * i - 1, 2) for i in L]),
                    ("boxcox-0", {"method": "boxcox", "lambda": 0}, [None if i is None else ln(i) for i in L])]:
    case("treat", id, {"x": L}, args, {"x": x}, 1e-9)
case("treat", "log_CT_plus-left", {"x": [1, 9, 10, 10]}, {"method": "log_CT_plus"}, {"x": [-ln(10 + m - i) for i in (1, 9, 10, 10)]}, 1e-9)
for id, x, out, n, t, extra in [("winsorise-passes", [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 0, [""] * 5, {}), ("winsorise-low", [-60, 3, 4, 5, 4, 3], [3, 3, 4, 5, 4, 3], 1, ["winlo"] + [""] * 5, {}),
                                ("winsorise-limit", [1, 2, 2, 3, 2, 1, 3, 2, 90, 100], [1, 2, 2, 3, 2, 1, 3, 2, 90, 90], 1, [""] * 9 + ["winhi"], {"winmax": 1, "force_win": True})]:
    case("treat", id, {"x": x}, {"method": "winsorise", "winmax": 5, "skew_thresh": 2, "kurt_thresh": 3.5, **extra}, {"x": out, "nwin": n, "treated": t})


# percentile
def r_quantile(x, p, type):
    s = sorted(Fraction(str(i)) for i in x if i is not None)
    n, p = len(s), Fraction(str(p))
    at = lambda k: s[min(max(k, 1), n) - 1]
    m = {1: Fraction(0), 2: Fraction(0), 3: Fraction(-1, 2), 4: Fraction(0), 5: Fraction(1, 2), 6: p, 7: 1 - p, 8: (p + 1) / 3, 9: p / 4 + Fraction(3, 8)}[type]
    h = n * p + m
    j = h.numerator // h.denominator
    g = h - j
    if type == 1:
        g = 1 if g > 0 else 0
    elif type == 2:
        g = 1 if g > 0 else Fraction(1, 2)
    elif type == 3:
        g = 0 if g == 0 and j % 2 == 0 else 1
    return (1 - g) * at(j) + g * at(j + 1)


for type in range(1, 10):
    for id, x in [("ten", [5, 3, 8, 1, 9, 2, 7, 4, 6, 10]), ("ties", [2, 2, 7, None, 11])]:
        ps = [0, 0.1, 0.3, 0.5, 0.75, 1]
        case("percentile", f"type-{type}-{id}", {"x": x, "p": ps}, {"type": type}, {"q": [r_quantile(x, p, type) for p in ps]}, 1e-12)
case("percentile", "single", {"x": [4], "p": [0.3]}, {"type": 7}, {"q": [4]})
case("percentile", "empty", {"x": [], "p": [0.5]}, {"type": 7}, {"q": [None]})
case("percentile", "outside", {"x": [1, 2], "p": [1.5]}, {"type": 7}, {"error": True})
case("percentile", "tenth-type", {"x": [1, 2], "p": [0.5]}, {"type": 10}, {"error": True})
case("percentile", "missing-share", {"x": [1, 2, 9], "p": [0.5, None]}, {"type": 7}, {"q": [2, None]})
for kind, q in [("rank", 70), ("weak", 80), ("strict", 40), ("mean", 60)]:
    case("percentile", "score-" + kind, {"x": [1, 2, 3, 3, 4], "score": 3}, {"kind": kind}, {"percentile": q if kind != "rank" else (2 + 4 + 1) * 50 / 5})


# quantile_groups, rank_ties
def phe_groups(x, k, invert):
    v = [i for i in x if i is not None]
    n = len(v)
    r = lambda i: 1 + sum((j > i) if invert else (j < i) for j in v)
    return [None if i is None or n < k else max(1, k + 1 - math.ceil(Fraction(n + 1 - r(i)) / Fraction(n, k))) for i in x]


G = [14, 3, 8, 8, 1, None, 20, 17, 5, 8, 11, 2]
for k in [2, 3, 4, 5, 10]:
    for invert in [True, False]:
        case("quantile_groups", f"{k}-{invert}", {"x": G}, {"groups": k, "invert": invert, "method": "phe"}, {"group": phe_groups(G, k, invert)}, 0)
case("quantile_groups", "too-few", {"x": [1, 2, 3]}, {"groups": 4, "invert": False, "method": "phe"}, {"group": [None] * 3}, 0)
case("quantile_groups", "constant", {"x": [7] * 5}, {"groups": 5, "invert": True, "method": "phe"}, {"group": [1] * 5}, 0)


def pandas_rank(x, method, order, missing):
    sign = -1 if order == "descending" else 1
    worst = {"top": -1, "bottom": 1, "keep": 0}[missing]
    key = [(worst, 0) if i is None else (0, sign * i) for i in x]
    rows = [i for i in range(len(x)) if x[i] is not None or missing != "keep"]
    out = [None] * len(x)
    for i in rows:
        below = sum(key[j] < key[i] for j in rows)
        same = [j for j in rows if key[j] == key[i]]
        out[i] = {"min": below + 1, "max": below + len(same), "average": below + Fraction(len(same) + 1, 2), "dense": len({key[j] for j in rows if key[j] < key[i]}) + 1,
                  "first": below + 1 + same.index(i)}[method]
    return out


R = [3, 9, None, 9, -1, None, 4, 9]
for method in ["min", "max", "average", "dense", "first"]:
    for order, missing in [("ascending", "keep"), ("descending", "keep"), ("ascending", "top"), ("descending", "bottom"), ("descending", "top")]:
        case("rank_ties", f"{method}-{order}-{missing}", {"x": R}, {"method": method, "order": order, "missing": missing}, {"rank": pandas_rank(R, method, order, missing)}, 0)
case("rank_ties", "empty", {"x": []}, {"method": "min", "order": "ascending"}, {"rank": []}, 0)
case("rank_ties", "all-missing", {"x": [None, None]}, {"method": "min", "order": "ascending", "missing": "keep"}, {"rank": [None, None]}, 0)

# rank_ci: bounds that hold whatever the seed
WIDE = {"estimate": [100, 80, 60, 40], "se": [1, 1, 1, 1]}
EVEN = {"estimate": [5, 5, 5], "se": [1, 1, 1]}
PAIR = {"estimate": [3, 0], "se": [1, 1]}
base = {"coverage": 0.95, "simultaneous": False, "stepdown": True, "type": "two-sided", "rank_order": "1 = highest estimate"}
for id, data, extra, lo, hi, rank in [
        ("far-apart", WIDE, {}, [1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]), ("far-apart-simultaneous", WIDE, {"simultaneous": True}, [1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]),
        ("equal", EVEN, {}, [1, 1, 1], [3, 3, 3], [1, 1, 1]), ("equal-upper", EVEN, {"type": "upper"}, [1, 1, 1], [3, 3, 3], [1, 1, 1]),
        # |3 - 0| / sqrt 2 = 2.12: beyond 1.96, not beyond 2.58
        ("pair-95", PAIR, {}, [1, 2], [1, 2], [1, 2]), ("pair-99", PAIR, {"coverage": 0.99}, [1, 1], [2, 2], [1, 2]),
        ("pair-lower", PAIR, {"type": "lower"}, [1, 2], [2, 2], [1, 2]), ("pair-upper", PAIR, {"type": "upper"}, [1, 1], [1, 2], [1, 2]),
        ("one", {"estimate": [4], "se": [1]}, {}, [1], [1], [1]), ("missing", {"estimate": [100, None, 60], "se": [1, 1, 1]}, {}, [1, None, 2], [1, None, 2], [1, None, 2]),
        ("known", {"estimate": [2, 1, 0], "se": [0, 0, 0]}, {}, [1, 2, 3], [1, 2, 3], [1, 2, 3])]:
    case("rank_ci", id, data, {**base, **extra}, {"rank": rank, "lower": lo, "lower_max": lo, "upper": hi, "upper_min": hi}, 0,
         how="differences far from any critical value of the normal distribution")
case("rank_ci", "negative-error", {"estimate": [1, 2], "se": [1, -1]}, base, {"error": True}, 0)

# composite_pipeline
U, I = ["a", "b", "c"], ["x", "y"]
C = {"x": [1, 3, 5], "y": [10, None, 30]}
for id, direction, args, index, rank in [
        ("two", [1, 1], {"normalise": "n_minmax", "range": [0, 100]}, [0, 50, 100], [3, 2, 1]), ("turned", [1, -1], {"normalise": "n_minmax", "range": [0, 100]}, [50, 50, 50], [1, 1, 1]),
        ("weights", [1, -1], {"normalise": "n_minmax", "range": [0, 1], "weights": [3, 1]}, [Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)], [3, 2, 1]), ("z", [1, 1], {"normalise": "n_zscore", "range": None}, [(-1 - D("0.5").sqrt()) / 2, 0, (1 + D("0.5").sqrt()) / 2], [3, 2, 1]),
        ("borda", [1, 1], {"normalise": "n_borda", "range": None}, [0, 1, Fraction(3, 2)], [3, 2, 1])]:
    case("composite_pipeline", id, {"unit": U, "indicator": I, "direction": direction, "columns": C}, {"aggregate": "a_amean", "weights": "equal", "missing": "rescale weights", **args}, {"index": index, "rank": rank}, 1e-9)
case("composite_pipeline", "gmean", {"unit": U, "indicator": I, "direction": [1, 1], "columns": C}, {"normalise": "n_minmax", "range": [1, 100], "aggregate": "a_gmean", "weights": "equal", "missing": "rescale weights"}, {"index": [1, Fraction(101, 2), 100], "rank": [3, 2, 1]}, 1e-9)
case("composite_pipeline", "gmean-of-zero", {"unit": U, "indicator": I, "direction": [1, 1], "columns": C}, {"normalise": "n_minmax", "range": [0, 100], "aggregate": "a_gmean", "weights": "equal", "missing": "rescale weights"}, {"index": [None, 50, 100], "rank": [None, 2, 1]}, 1e-9)
case("composite_pipeline", "weights-by-name", {"unit": U, "indicator": I, "direction": [1, -1], "columns": C}, {"normalise": "n_minmax", "range": [0, 1], "aggregate": "a_amean", "weights": {"y": 1, "x": 3}, "missing": "rescale weights"},
     {"index": [Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)], "rank": [3, 2, 1]}, 1e-9)
TIED = {"I1": [4, 3, 1, 0, 4], "I2": [1, 0, 2, 3, 3], "I3": [0, 3, 3, 0, 4], "I4": [2, 2, 2, 2, 2], "I5": [0, 0, 0, 2, 2]}
case("composite_pipeline", "ties-by-rounding", {"unit": list("abcde"), "indicator": list(TIED), "direction": [1] * 5, "columns": TIED}, {"normalise": "n_rank", "range": None, "aggregate": "a_amean", "weights": "equal", "missing": "rescale weights"},
     {"index": [1.8, 1.8, 2, 2.2, 3.6], "rank": [5, 4, 3, 2, 1]}, 1e-9, how="R 4.2.2: rank(-apply(x, 1, function(x) sum(w / sum(w) * x))); the first two indices are equal but for rounding")
case("composite_pipeline", "copeland", {"unit": U, "indicator": I, "direction": [1, 1], "columns": {"x": [1, 3, 5], "y": [30, 10, 20]}}, {"normalise": "n_minmax", "range": [0, 1], "aggregate": "a_copeland", "weights": [3, 1], "missing": "rescale weights"},
     {"index": [Fraction(1, 2), Fraction(3, 4), Fraction(7, 4)], "rank": [3, 2, 1]}, 1e-9)
case("composite_pipeline", "constant-indicator", {"unit": U, "indicator": I, "direction": [1, 1], "columns": {"x": [1, 3, 5], "y": [7, 7, 7]}}, {"normalise": "n_minmax", "range": [0, 100], "aggregate": "a_amean", "weights": "equal", "missing": "rescale weights"}, {"index": [0, 50, 100], "rank": [3, 2, 1]}, 1e-9)

# yoy_cagr_index
for id, year, value, args, e in [
        ("yoy-unsorted", [2021, 2019, 2020], [66, 50, 60], {"method": "yoy"}, {"change": [6, None, 10], "percent": [10, None, 20]}), ("yoy-zero-base", [2019, 2020], [0, 5], {"method": "yoy"}, {"change": [None, 5], "percent": [None, None]}),
        ("yoy-negative-base", [2019, 2020], [-4, 5], {"method": "yoy"}, {"change": [None, 9], "percent": [None, None]}), ("yoy-missing", [2019, 2020, 2021], [4, None, 5], {"method": "yoy"}, {"change": [None] * 3, "percent": [None] * 3}),
        ("cagr-four", [2016, 2020], [16, 81], {"method": "cagr"}, {"y": Fraction(1, 2)}), ("cagr-equal", [2016, 2020], [0, 0], {"method": "cagr"}, {"y": 0}), ("cagr-sign", [2016, 2018], [-4, 9], {"method": "cagr"}, {"y": None}),
        ("cagr-to-zero", [2016, 2018], [4, 0], {"method": "cagr"}, {"y": -1}), ("cagr-single", [2016, 2018], [4, None], {"method": "cagr"}, {"y": None}), ("index-missing", [2019, 2020, 2021], [40, None, 50], {"method": "index", "base_year": 2021}, {"index": [80, None, 100]}),
        ("index-no-base", [2019, 2020], [4, 5], {"method": "index", "base_year": 2018}, {"index": [None, None]}), ("index-zero-base", [2019, 2020], [0, 5], {"method": "index", "base_year": 2019}, {"index": [None, None]}),
        ("prc-two", [2010, 2014], [50, 60], {"method": "prc_change", "per": 10}, {"y": 50}), ("prc-line", [2010, 2011, 2012], [50, 60, 70], {"method": "prc_change", "per": 1}, {"y": 20})]:
    case("yoy_cagr_index", id, {"year": year, "value": value}, args, e)

public = {p.stem: json.loads(p.read_text()) for p in (HERE / "public").glob("*.json")}
for family, cases in FAMILIES.items():
    head = {"family": family, "description": public[family]["description"], "conventions": "as in public/" + family + ".json"}
    body = ",\n".join(json.dumps(i) for i in cases)
    (HERE / f"{family}.json").write_text(json.dumps(head)[:-1] + ',\n"cases": [\n' + body + "\n]}\n")
    print(family, len(cases))
print(sorted(set(public) - set(FAMILIES)))
