import { doctest } from "vite-plugin-doctest";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [doctest()],
  test: {
    include: ["test/**/*.test.ts"],
    includeSource: ["src/**/*.ts"],
    globalSetup: "test/global-setup.ts",
    reporters: ["default", "./scripts/count-reporter.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
