import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    reporters: ["default", new URL("./closing-line.ts", import.meta.url).pathname],
    disableConsoleIntercept: true,
    // By default one core is left idle: on two, the tests would take twice as long.
    maxWorkers: "100%",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
