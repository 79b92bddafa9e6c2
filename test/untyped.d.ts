declare module "datapackage" {
  interface Resource {
    readonly name: string;
    read(options: { keyed: boolean; relations: boolean }): Promise<object[]>;
  }
  export const Package: {
    load(
      descriptor: string,
      options: { basePath: string },
    ): Promise<{ readonly valid: boolean; readonly errors: readonly Error[]; readonly resources: readonly Resource[] }>;
  };
}
