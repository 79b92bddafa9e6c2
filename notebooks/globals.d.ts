// What a notebook finds around it: the built-ins of Notebook Kit that our notebooks use. Only for type checks.

type Input<T> = HTMLElement & { value: T };

interface InputOptions<T> {
  readonly label?: string;
  readonly value?: NoInfer<T>;
  readonly disabled?: boolean;
}
interface ChoiceOptions<T> extends InputOptions<T> {
  readonly format?: (option: NoInfer<T>) => string;
}
interface MultipleOptions<T> extends InputOptions<readonly T[]> {
  readonly format?: (option: NoInfer<T>) => string;
  /** How many options are seen at once. */
  readonly multiple: number;
}
interface TableOptions<R extends object> {
  readonly columns?: readonly (keyof R & string)[];
  readonly header?: Partial<Record<keyof R & string, string>>;
  readonly format?: Partial<Record<keyof R & string, (value: never) => string>>;
  readonly width?: Partial<Record<keyof R & string, number>>;
  readonly layout?: "auto" | "fixed";
  readonly rows?: number;
  readonly select?: boolean;
}

declare const Inputs: {
  select<T>(options: Iterable<T>, settings: MultipleOptions<T>): Input<T[]>;
  select<T>(options: Iterable<T>, settings?: ChoiceOptions<T>): Input<T>;
  radio<T>(options: Iterable<T>, settings?: ChoiceOptions<T>): Input<T>;
  toggle(settings?: InputOptions<boolean>): Input<boolean>;
  table<R extends object>(rows: Iterable<R>, options?: TableOptions<R>): HTMLElement;
};

/** Shows a value below the cell and gives it back. */
declare function display<T>(value: T): T;
/** Shows an input; cells that read the result run again when the reader changes it. */
declare function view<T>(input: Input<T>): T;
/** A file beside the notebook; the path is written out, so that the build can take the file along. */
declare function FileAttachment(path: string): { text(): Promise<string>; json(): Promise<unknown> };
/** Width of the page's column in pixels. */
declare const width: number;
declare const Plot: typeof import("@observablehq/plot");
/** An element from a template; what is filled in is escaped. */
declare function html(parts: TemplateStringsArray, ...filled: unknown[]): HTMLElement;
