import { encode } from "../../src/io/gb18030.js";

/** A field of a table made by hand, and the bytes of its cells. */
export interface Field {
  readonly name: string | Buffer;
  readonly type: string;
  readonly length: number;
  readonly decimals?: number;
  readonly flags?: number;
}

export interface Made {
  readonly version?: number;
  readonly codePage?: number;
  /** What the header states; else what is there. */
  readonly count?: number;
  readonly recordLength?: number;
  readonly headerLength?: number;
  readonly fields: readonly Field[];
  /** Whole records, each with its mark. */
  readonly records: readonly Buffer[];
  readonly end?: Buffer;
}

/** The bytes of a table as dBase and FoxPro write them; Visual FoxPro adds 263 to the header. */
export function dbf({ version = 0x03, codePage = 0, fields, records, ...made }: Made): Buffer {
  const behind = [0x30, 0x31, 0x32].includes(version) ? 263 : 0;
  const header = Buffer.alloc(32 + 32 * fields.length + 1 + behind);
  header.set([version, 117, 1, 31]);
  header.writeUInt32LE(made.count ?? records.length, 4);
  header.writeUInt16LE(made.headerLength ?? header.length, 8);
  const length = fields.reduce((sum, field) => sum + field.length, 1);
  header.writeUInt16LE(made.recordLength ?? length, 10);
  header[29] = codePage;
  for (const [index, field] of fields.entries()) {
    const at = 32 * (index + 1);
    header.set(typeof field.name === "string" ? encode(field.name) : field.name, at);
    header.write(field.type, at + 11, "latin1");
    header.set([field.length, field.decimals ?? 0, field.flags ?? 0], at + 16);
  }
  header[32 + 32 * fields.length] = 0x0d;
  return Buffer.concat([header, ...records, made.end ?? Buffer.from([0x1a])]);
}

/** A record of texts, each padded with spaces to the length of its field. */
export function record(fields: readonly Field[], cells: readonly string[], mark = " "): Buffer {
  const padded = fields.map((field, at) => {
    const bytes = encode(cells[at] ?? "").subarray(0, field.length);
    return Buffer.concat([bytes, Buffer.alloc(field.length - bytes.length, " ")]);
  });
  return Buffer.concat([Buffer.from(mark), ...padded]);
}
