/** A stream of numbers that look random and are the same for the same seed. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/**
 * xoshiro128** (Blackman & Vigna 2018), seeded by splitmix32: passes BigCrush, four words of state.
 *
 * @param seed - any number; its lower 32 bits count
 */
export function randomFrom(seed: number): Random {
  // Kept in typed arrays: numbers that a closure keeps are put on the heap anew whenever they change.
  const state = new Int32Array(4);
  const spare = new Float64Array(1).fill(Number.NaN);
  let mix = seed >>> 0;
  for (let i = 0; i < 4; i += 1) {
    mix = (mix + 0x9e3779b9) >>> 0;
    let z = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    state[i] = z ^ (z >>> 16);
  }
  const bits = (): number => {
    const [a, b] = [state[0] as number, state[1] as number];
    const c = (state[2] as number) ^ a;
    const d = (state[3] as number) ^ b;
    const product = Math.imul(b, 5);
    state[0] = a ^ d;
    state[1] = b ^ c;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return Math.imul((product << 7) | (product >>> 25), 9);
  };
  const uniform = () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992;
  const normal = (): number => {
    const kept = spare[0] as number;
    if (!Number.isNaN(kept)) {
      spare[0] = Number.NaN;
      return kept;
    }
    // Marsaglia's polar method: two independent normals per accepted point of the disc.
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare[0] = y * scale;
      return x * scale;
    }
  };
  return { uniform, normal };
}
