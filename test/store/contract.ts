import { beforeEach, describe } from "vitest";
import type { Store } from "../../src/store/store.js";
import { laterContract } from "./contract-of-later.js";
import { matchingContract } from "./contract-of-matching.js";
import { claimsContract, monthsContract } from "./contract-of-months.js";
import { regroupContract } from "./contract-of-regroup.js";
import { factsContract, intakeContract } from "./contract-of-rows.js";
import { penContract, runsContract } from "./contract-of-runs.js";
import { visitsContract } from "./contract-of-visits.js";

/** A database that a test has to itself; `open` opens it once more, as another process would. */
export interface Room {
  readonly store: Store;
  open(): Promise<Store>;
}

/** What every store must keep, whatever database is behind it. */
export function storeContract(name: string, makeRoom: () => Promise<Room>): void {
  describe(`${name} keeps the promises of a store`, () => {
    let room: Room;
    let store: Store;
    beforeEach(async () => {
      room = await makeRoom();
      store = room.store;
    });

    runsContract(() => store);
    penContract(() => room);
    intakeContract(() => store);
    laterContract(() => store);
    matchingContract(() => store);
    regroupContract(() => store);
    claimsContract(() => store);
    visitsContract(() => store);
    monthsContract(() => store);
    factsContract(() => room);
  });
}
