import { acceptanceStore } from "./sqlite/acceptances.js";
import { budgetStore } from "./sqlite/budget.js";
import { claimStore } from "./sqlite/claims.js";
import { isBusy, openDatabase } from "./sqlite/database.js";
import { decisionStore } from "./sqlite/decisions.js";
import { duplicateStore } from "./sqlite/duplicates.js";
import { factLines } from "./sqlite/facts.js";
import { intakeStore } from "./sqlite/intake.js";
import { keptRowStore } from "./sqlite/kept-rows.js";
import { lineageStore } from "./sqlite/lineage.js";
import { migrate } from "./sqlite/migrations.js";
import { monthStore } from "./sqlite/months.js";
import { peopleStore } from "./sqlite/people.js";
import { registerStore } from "./sqlite/registers.js";
import { regroupStore } from "./sqlite/regroup.js";
import { reviewStore } from "./sqlite/review.js";
import { runStore } from "./sqlite/runs.js";
import { undoStore } from "./sqlite/undos.js";
import { visitStore } from "./sqlite/visits.js";
import type { Store } from "./store.js";

export { isBusy };

/** Opens a store in an SQLite file, brought to the newest schema of the folder. */
export function openSqlite(file: string, schemaFolder: string): Store {
  const database = openDatabase(file);
  migrate(database, schemaFolder);
  return {
    runs: runStore(database),
    intake: intakeStore(database),
    people: peopleStore(database),
    rows: keptRowStore(database),
    decisions: decisionStore(database),
    review: reviewStore(database),
    regroup: regroupStore(database),
    undos: undoStore(database),
    duplicates: duplicateStore(database),
    registers: registerStore(database),
    visits: visitStore(database),
    claims: claimStore(database),
    budget: budgetStore(database),
    months: monthStore(database),
    acceptances: acceptanceStore(database),
    lineage: lineageStore(database),
    async begin() {
      try {
        database.exec("BEGIN IMMEDIATE");
        return true;
      } catch (error) {
        if (isBusy(error)) return false;
        throw error;
      }
    },
    async commit() {
      database.exec("COMMIT");
    },
    async rollback() {
      if (database.inTransaction) database.exec("ROLLBACK");
    },
    facts: () => factLines(database),
    async close() {
      database.close();
    },
  };
}
