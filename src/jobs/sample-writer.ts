import { type FileHandle, open } from "node:fs/promises";
import { encodeSample } from "./sample-bytes.js";

const LINE_END = "\r\n";
const CHUNK = 512 * 1024;

/**
 * Writes the lines of one sample file in chunks of about a megabyte, never faster than the disk.
 */
export class SampleWriter {
  /** How many lines stand in the file, its header included. */
  lines = 0;
  private pending: string[] = [];
  private pendingLength = 0;

  private constructor(
    private readonly handle: FileHandle,
    private readonly encodeText: (text: string) => Buffer,
  ) {}

  static async open(
    path: string,
    encoding: "gb18030" | "utf-8",
    header: string,
  ): Promise<SampleWriter> {
    const handle = await open(path, "wx");
    const isUtf8 = encoding === "utf-8";
    const writer = new SampleWriter(handle, isUtf8 ? (text) => Buffer.from(text) : encodeSample);
    if (header !== "") writer.add(header);
    return writer;
  }

  /** Adds a line; whoever adds many asks `isFull` and flushes. */
  add(line: string): void {
    this.lines += 1;
    this.pending.push(line);
    this.pendingLength += line.length;
  }

  get isFull(): boolean {
    return this.pendingLength >= CHUNK;
  }

  async flush(): Promise<void> {
    if (this.pending.length === 0) return;
    const text = this.pending.join(LINE_END) + LINE_END;
    this.pending = [];
    this.pendingLength = 0;
    await this.handle.writeFile(this.encodeText(text));
  }

  async close(): Promise<void> {
    await this.flush();
    await this.handle.close();
  }
}
