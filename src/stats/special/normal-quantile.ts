/** Standard normal quantile of p: algorithm AS 241 (Wichura 1988), which keeps 16 digits down to p = 1e-300. */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return central(q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const size =
    r <= 5
      ? polynomial(MIDDLE_UPPER, r - 1.6) / polynomial(MIDDLE_LOWER, r - 1.6)
      : polynomial(FAR_UPPER, r - 5) / polynomial(FAR_LOWER, r - 5);
  return q < 0 ? -size : size;
}

/** The x above which a share q of standard normal values lies; exact for small q, where 1 − q would round away. */
export function normalQuantileUpper(q: number): number {
  return 0 - normalQuantile(q);
}

/** How many standard errors wide a two-sided interval of this confidence is: 0.95 gives 1.96. */
export function normalWidth(confidence: number): number {
  return confidence <= 0.85 ? central(confidence / 2) : -normalQuantile((1 - confidence) / 2);
}

/** The quantile of ½ + q, for q within 0.425 of 0. */
function central(q: number): number {
  const r = 0.180625 - q * q;
  return (q * polynomial(CENTRE_UPPER, r)) / polynomial(CENTRE_LOWER, r);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i -= 1) sum = sum * x + (coefficients[i] as number);
  return sum;
}

const CENTRE_UPPER = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const CENTRE_LOWER = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852546,
];
const MIDDLE_UPPER = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const MIDDLE_LOWER = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_UPPER = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_LOWER = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];
