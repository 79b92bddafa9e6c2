declare module "jsonstat-toolkit" {
  /** Reads a JSON-stat tree; what it gives is typed where it is used. */
  export default function JSONstat(tree: unknown): unknown;
}
