// The floors of the house: what a folder of src may import. A row passes each folder once, downward.
const allowed = {
  util: [],
  model: ["util"],
  stats: ["model", "util"],
  registry: ["model", "util"],
  read: ["registry", "model", "util"],
  prose: ["read", "registry", "model", "util"],
  verbs: ["registry", "stats", "model", "util"],
  charts: ["stats", "model", "util"],
  render: ["charts", "model", "util"],
  export: ["render", "charts", "model", "util"],
  review: ["export", "model", "util"],
  recipes: ["review", "read", "verbs", "charts", "prose", "export", "registry", "stats", "model", "util"],
  cli: ["recipes", "read", "verbs", "charts", "prose", "render", "export", "registry", "stats", "model", "util"],
};
const floor = ([from, to]) => ({
  name: `floor-${from}`,
  severity: "error",
  comment: `src/${from} may import only ${to.join(", ") || "nothing of the house"}`,
  from: { path: `^src/${from}/` },
  to: { path: "^src/", pathNot: `^src/(${[from, ...to].join("|")})/` },
});
const door = (name, module, path) => ({
  name: `door-${name}`,
  severity: "error",
  comment: `${name} is imported only by ${path}`,
  from: { path: "^src/", pathNot: path },
  to: { path: `node_modules/${module}/` },
});
module.exports = {
  forbidden: [
    ...Object.entries(allowed).map(floor),
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphan-type", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "browser-safe",
      severity: "error",
      comment: "index.ts and what it reaches run in a browser: *.node.ts and node: modules stay behind node.ts",
      from: { path: "^src/index\\.ts$" },
      to: { reachable: true, path: "\\.node\\.ts$|^node:" },
    },
    door("plot", "@observablehq/plot", "^src/render/plot"),
    door("papaparse", "papaparse", "^src/(read/csv|export/csv)"),
    door("arquero", "arquero", "^src/(model/table|read/|verbs/)"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
