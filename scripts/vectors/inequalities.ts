import { betaConvergence } from "../../src/stats/beta-convergence.ts";
import { inequality } from "../../src/stats/inequality.ts";
import { sigmaConvergence } from "../../src/stats/sigma-convergence.ts";
import type { Adapter, Json } from "./case.ts";

export const inequalityOf: Adapter = ({ x, w }, args) => {
  const weights = args.method === "population-weighted" || w !== undefined ? { weights: w } : {};
  const measures = inequality(x, weights);
  return {
    n: measures.n,
    mean: measures.mean,
    gini: measures.gini,
    gini_corrected: measures.giniCorrected,
    theil_t: measures.theilT,
    theil_l: measures.theilL,
    hoover: measures.hoover,
    cv_population: measures.cvPopulation,
    cv_sample: measures.cvSample,
    "atkinson_0.5": measures.atkinsonHalf,
    atkinson_1: measures.atkinsonOne,
    range_ratio: measures.rangeRatio,
    range_diff: measures.rangeDifference,
    p90_p10: measures.p90p10,
    p75_p25: measures.p75p25,
    reason: measures.reason,
  };
};

export const convergence: Adapter = (input, args) => (args.method === "beta" ? beta(input, args) : sigma(input, args));

function beta({ y0, y1 }: Json, { t0, t1 }: Json): Json {
  const line = betaConvergence(y0, y1, [t0, t1]);
  return {
    alpha: line.alpha,
    beta: line.beta,
    se_beta: line.standardError,
    t_beta: line.t,
    p_beta: line.p,
    r2: line.rSquared,
    speed: line.speed,
    half_life: line.halfLife,
    reason: line.reason,
  };
}

function sigma({ year, columns }: Json, args: Json): Json {
  const perYear = year.map((each: number) => columns[`y${each}`] ?? columns[each]);
  const { sdLog, cv, trendSdLog, trendCv, reason } = sigmaConvergence(year, perYear, { sd: args.sd });
  const trend = (line: typeof trendCv) => ({
    slope: line?.slope ?? null,
    se: line?.standardError ?? null,
    p: line?.p ?? null,
  });
  return { sd_log: sdLog, cv, trend_sd_log: trend(trendSdLog), trend_cv: trend(trendCv), reason };
}
