declare module "jsonstat-toolkit" {
  /** Reads a JSON-stat tree; what it gives is typed where it is used. */
  function JSONstat(tree: unknown): unknown;
  export = JSONstat;
}
