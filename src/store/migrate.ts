// Brings a journal's tables to the shape that this Worker knows.

const SCHEMA_KEY = "schema"; // in the object's key-value storage: how many steps it has been through

/**
 * Take the steps that this journal has not been through, all of them or none.
 *
 * @param steps every change of shape since the first, oldest first: one that has been deployed never changes
 */
export function migrate(storage: DurableObjectStorage, steps: readonly (readonly string[])[]): void {
  const taken = Number(storage.kv.get(SCHEMA_KEY) ?? 0);
  if (taken >= steps.length) return; // as new as we are, or newer: an older Worker was deployed again
  storage.transactionSync(() => {
    for (const statement of steps.slice(taken).flat()) storage.sql.exec(statement);
    storage.kv.put(SCHEMA_KEY, steps.length);
  });
}
