"""Distributions to at least 30 digits in plain Python (decimal), for oracle tables. Run with Python 3.9 or newer."""
from decimal import Decimal as D, getcontext
from fractions import Fraction
from functools import lru_cache

getcontext().prec = 80
PI = D("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651328230664709384460955058223172535940813")


def bernoulli(count):
    b = [Fraction(0)] * (count + 1)
    b[0] = Fraction(1)
    from math import comb
    for m in range(1, count + 1):
        b[m] = -sum(comb(m + 1, k) * b[k] for k in range(m)) / (m + 1)
    return b


BERNOULLI = bernoulli(120)


@lru_cache(None)
def lgamma(x):
    x = D(x)
    shift = D(0)
    while x < 120:
        shift += x.ln()
        x += 1
    s = (x - D("0.5")) * x.ln() - x + (2 * PI).ln() / 2
    for k in range(1, 60):
        b = BERNOULLI[2 * k]
        s += D(b.numerator) / D(b.denominator) / (2 * k * (2 * k - 1)) / x ** (2 * k - 1)
    return s - shift


def gamma_lower(a, x):
    a, x = D(a), D(x)
    if x <= 0:
        return D(0)
    term = total = 1 / a
    n = a
    while True:
        n += 1
        term *= x / n
        total += term
        if term < total * D(10) ** -76:
            return total * (a * x.ln() - x - lgamma(a)).exp()


def gamma_upper(a, x):
    return 1 - gamma_lower(a, x)


def beta_lower(a, b, x):
    """x^a (1-x)^b / (a B) * 2F1(a+b, 1; a+1; x): all terms positive."""
    a, b, x = D(a), D(b), D(x)
    if x <= 0:
        return D(0)
    if x >= 1:
        return D(1)
    if x > D("0.9") and x > (a + 1) / (a + b + 2):
        return 1 - beta_lower(b, a, 1 - x)
    term = total = D(1)
    k = D(0)
    while True:
        term *= (a + b + k) / (a + 1 + k) * x
        k += 1
        total += term
        if term < total * D(10) ** -76:
            break
    front = a * x.ln() + b * (1 - x).ln() - a.ln() - lgamma(a) - lgamma(b) + lgamma(a + b)
    return total * front.exp()


def student_upper(t, df):
    t, df = D(t), D(df)
    half = beta_lower(D("0.5"), df / 2, t * t / (df + t * t))
    tail = (1 - half) / 2
    return tail if t >= 0 else 1 - tail


def normal_upper(x):
    x = D(x)
    half = gamma_lower(D("0.5"), x * x / 2)
    return (1 - half) / 2 if x >= 0 else (1 + half) / 2


def solve(f, low, high):
    """Root of a monotone f in (low, high), by bisection and then secant steps."""
    low, high = D(low), D(high)
    flow = f(low)
    for _ in range(34):
        mid = (low + high) / 2
        value = f(mid)
        if (value > 0) == (flow > 0):
            low, flow = mid, value
        else:
            high = mid
    a, b = low, high
    fa, fb = f(a), f(b)
    for _ in range(12):
        if fa == fb:
            break
        c = b - fb * (b - a) / (fb - fa)
        a, fa, b, fb = b, fb, c, f(c)
        if abs(a - b) <= abs(b) * D(10) ** -30:
            break
    return b


def normal_quantile_upper(q):
    q = D(q)
    if q == D("0.5"):
        return D(0)
    return solve(lambda x: normal_upper(x) - q, -40, 40)


def student_quantile_upper(q, df):
    q = D(q)
    high = D(10)
    while student_upper(high, df) > q:
        high *= 4
    return solve(lambda t: student_upper(t, df) - q, 0, high)


def gamma_quantile(p, a):
    p, a = D(p), D(a)
    high = a + 10
    while gamma_lower(a, high) < p:
        high *= 2
    low = D(0)
    while low == 0 and gamma_lower(a, high / 2) > p:
        high /= 2
    return solve(lambda x: gamma_lower(a, x) - p, low, high)


def gamma_quantile_upper(q, a):
    return gamma_quantile(1 - D(q), a)
