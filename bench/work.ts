import { tasks } from "./tasks.js";

export type TaskName = keyof typeof tasks;

/**
 * One task in a process of its own: `node work.js TASK WORD…`. Prints what it came to, and the
 * highest memory that this process had (KiB), as JSON.
 */
const [name = "", ...words] = process.argv.slice(2);
const result = await tasks[name as TaskName](...(words as [string, string]));
console.log(JSON.stringify({ ...result, peak: process.resourceUsage().maxRSS }));
