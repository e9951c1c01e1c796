import type { PeopleStore } from "../port/people.js";
import type { Database } from "./database.js";
import { households } from "./households.js";
import { loading } from "./loading.js";
import { matching } from "./matching.js";

/** From staged rows to people, in SQLite. */
export function peopleStore(database: Database): PeopleStore {
  return { ...matching(database), ...loading(database), ...households(database) };
}
