import { existsSync } from "node:fs";
import { join, parse } from "node:path";
import { Command, Errors, Flags } from "@oclif/core";
import { Refusal } from "../domain/refusal.js";
import { packageRoot } from "../io/files.js";
import type { Job, Progress } from "../jobs/job.js";
import { acceptedDifferences, acceptedNotes } from "../jobs/migrate/accepted-differences.js";
import { findWorkspace, type Workspace } from "../jobs/workspace.js";
import { isBusy, openSqlite } from "../store/sqlite.js";
import { type CommandId, commandTexts, screenTexts } from "../text/commands.js";
import { tell } from "../text/tell.js";
import { commandLineRefusal, isCommandLineError } from "./command-line.js";
import { about } from "./flags.js";
import { screenLang } from "./lang.js";
import { terminalProgress } from "./progress.js";
import { endInOrder } from "./signals.js";

/** The exit codes that cron relies on. */
export const exitCode = { done: 0, bug: 1, refused: 2, notAccepted: 3 } as const;

/** A person's name as it is compared: the same person whatever spaces were typed. */
function nameOf(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim();
}

/** Where a command works, as its flags say. */
export interface PlaceFlags {
  readonly dir: string | undefined;
  readonly db: string | undefined;
  readonly operator?: string | undefined;
}

/** The summary of a command in the language of the screen. */
export function summaryOf(id: CommandId): string {
  return tell(commandTexts[id], screenLang());
}

/**
 * What every command of the house shares: languages, JSON, the workspace and its store, progress,
 * and how a refusal or a mistake of ours is told.
 */
export abstract class HouseCommand extends Command {
  static override enableJsonFlag = true;
  static override baseFlags = {
    json: Flags.boolean({ summary: about("json"), helpGroup: "GLOBAL" }),
    lang: Flags.string({ options: ["zh", "en"], summary: about("lang"), helpGroup: "GLOBAL" }),
  };

  protected readonly lang = screenLang();

  /** A command that reports on what was delivered ends with the differences that were accepted. */
  protected readonly isReport: boolean = false;
  private notes: readonly string[] = [];

  protected override async init(): Promise<void> {
    await super.init();
    endInOrder();
  }

  /** Opens the workspace's store for a job that changes data, and closes it whatever happens. */
  protected async withJob<Result>(
    flags: PlaceFlags,
    work: (job: Job) => Promise<Result>,
  ): Promise<Result> {
    const workspace = await this.workspace(flags);
    const operator = nameOf(flags.operator ?? workspace.operator);
    if (operator === "") throw new Refusal("operator-missing");
    return this.withStore(workspace, operator, work);
  }

  /** The same for a command that only looks: nobody has to say who they are. */
  protected async withReader<Result>(
    flags: PlaceFlags,
    work: (job: Job) => Promise<Result>,
  ): Promise<Result> {
    const workspace = await this.workspace(flags);
    // A name that was typed wrong would show an empty database, as if everything were gone.
    if (flags.db !== undefined && !existsSync(flags.db)) {
      throw new Refusal("file-missing", { found: flags.db });
    }
    return this.withStore(workspace, workspace.operator, work);
  }

  protected async workspace(flags: PlaceFlags): Promise<Workspace> {
    const workspace = await findWorkspace(flags.dir ?? process.cwd());
    if (flags.db === undefined) return workspace;
    // A rehearsal writes beside the real outputs, never over them.
    const output = join(workspace.output, "rehearsals", parse(flags.db).name);
    return { ...workspace, database: flags.db, output };
  }

  /** Shows the progress of work that needs no workspace. */
  protected async withProgress<Result>(
    work: (progress: Progress) => Promise<Result>,
  ): Promise<Result> {
    const progress = terminalProgress(this.lang, !this.jsonEnabled());
    let isDone = false;
    try {
      const result = await work(progress);
      isDone = true;
      return result;
    } finally {
      await progress.end(isDone);
    }
  }

  /** Prints lines for people; nothing under `--json`. */
  protected show(lines: readonly string[]): void {
    for (const line of [...lines, ...this.notes]) this.log(line);
  }

  /** Done, but more was set aside than was accepted: the exit code says so. */
  protected warnOf(isNotAccepted: boolean): void {
    if (isNotAccepted) process.exitCode = exitCode.notAccepted;
  }

  protected async withStore<Result>(
    workspace: Workspace,
    operator: string,
    work: (job: Job) => Promise<Result>,
  ): Promise<Result> {
    const store = openSqlite(workspace.database, join(packageRoot(), "src/store/schema"));
    const progress = terminalProgress(this.lang, !this.jsonEnabled());
    let isDone = false;
    try {
      const result = await work({ store, workspace, operator, progress });
      if (this.isReport) this.notes = acceptedNotes(await acceptedDifferences(store), this.lang);
      isDone = true;
      return result;
    } finally {
      await progress.end(isDone);
      await store.close();
    }
  }

  /** Tells a refusal with its next step, and a mistake of ours with its stack. */
  protected override async catch(error: Error): Promise<never> {
    const told = isCommandLineError(error)
      ? commandLineRefusal(error, (this.id ?? "").replaceAll(":", " "), this.lang)
      : isBusy(error)
        ? new Refusal("database-busy")
        : error;
    if (told instanceof Refusal) this.tellRefusal(told);
    else if (!(told instanceof Errors.ExitError)) this.tellBug(told);
    const exit = told instanceof Errors.ExitError ? told.oclif.exit : this.codeOf(told);
    throw new Errors.ExitError(exit ?? exitCode.bug);
  }

  private codeOf(error: Error): number {
    return error instanceof Refusal ? exitCode.refused : exitCode.bug;
  }

  private tellRefusal(refusal: Refusal): void {
    const reason = refusal.reason(this.lang);
    const nextStep = refusal.nextStep(this.lang);
    if (this.jsonEnabled()) {
      const { code, problems } = refusal;
      this.logJson({ error: { code, message: reason, nextStep, problems } });
      return;
    }
    process.stderr.write(`${tell(screenTexts.refused, this.lang, { reason })}\n`);
    process.stderr.write(`${tell(screenTexts.nextStep, this.lang, { step: nextStep })}\n`);
  }

  private tellBug(error: Error): void {
    if (this.jsonEnabled()) {
      this.logJson({ error: { code: "bug", message: error.message, stack: error.stack } });
      return;
    }
    process.stderr.write(`${tell(screenTexts.bug, this.lang)}\n${error.stack ?? error}\n`);
  }
}
