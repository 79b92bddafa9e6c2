import { numbersOf } from "../src/model/table.ts";
import { change } from "../src/verbs/change.ts";
import { converge } from "../src/verbs/converge.ts";
import { answer } from "./answer.ts";
import { madeSeries } from "./made-series.ts";
import { measure, report } from "./measure.ts";

/** Change of 90,000 series between the first and the last of twelve years, and whether the regions draw together. */
export async function benchChange(rounds: number): Promise<string> {
  const { table } = madeSeries(90_000, 12);
  const measured = await measure(
    [
      {
        name: "change",
        run: () => {
          const changes = change(table);
          return answer(["change", "change_percent", "annual_percent"].map((name) => numbersOf(changes, name)));
        },
      },
      { name: "converge", run: () => answer([numbersOf(converge(table, { groups: ["indicator"] }), "sd_log_slope")]) },
    ],
    rounds,
  );
  return report("change, 90,000 series", measured, "");
}
