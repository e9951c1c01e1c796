import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../src/io/crc32.js";

/** A file of an archive made by hand; whatever is not given is as it should be. */
export interface Packed {
  readonly name: string | Buffer;
  readonly content?: Uint8Array;
  /** Bit 0 is a password, bit 11 UTF-8. */
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** What the archive states of the unpacked length. */
  readonly bytes?: number;
}

/** The bytes of a ZIP archive. */
export function zip(files: readonly Packed[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { content = Buffer.alloc(0), flags = 0, method = 8 } = file;
    const name = Buffer.from(file.name);
    const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const about = Buffer.alloc(22);
    about.writeUInt16LE(flags, 0);
    about.writeUInt16LE(method, 2);
    about.writeUInt32LE(file.crc ?? crc32(content), 8);
    about.writeUInt32LE(packed.length, 12);
    about.writeUInt32LE(file.bytes ?? content.length, 16);
    about.writeUInt16LE(name.length, 20);
    const body = [Buffer.from("504b03041400", "hex"), about, Buffer.alloc(2), name, packed];
    directory.push(Buffer.from("504b010214001400", "hex"), about, Buffer.alloc(12));
    const place = Buffer.alloc(4);
    place.writeUInt32LE(offset);
    directory.push(place, name);
    bodies.push(...body);
    offset += body.reduce((sum, part) => sum + part.length, 0);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.from("504b05060000000000000000000000000000000000000000".slice(0, 44), "hex");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
