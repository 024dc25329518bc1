// An update: which properties it changes, and to what.
//
// Source: https://www.w3.org/TR/micropub/#update

import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import type { MicropubUpdate, Properties } from "./request.ts";
import { LINKS, SINGLE } from "./submission.ts";
import { isSameValue } from "./values.ts";

export type Updated = {
  readonly properties: Properties;
  readonly touched: ReadonlySet<string>; // the names of those that the update is about
};

/** Apply an update: what is replaced first, then what is added, then what goes. */
export function applyUpdate(
  before: Properties,
  { replace, add, remove }: Pick<MicropubUpdate, "replace" | "add" | "remove">,
): Result<Updated, IngestError> {
  const properties = new Map(before);
  for (const [name, values] of replace) properties.set(nameOf(name), values);
  for (const [name, values] of add) {
    const known = properties.get(nameOf(name)) ?? [];
    if (known.length > 0 && values.length > 0 && SINGLE.includes(name))
      return fail(fieldInvalid(`/add/${name}`, "has a value, and can have one only: use replace"));
    properties.set(nameOf(name), [...known, ...values]);
  }
  for (const [name, values] of remove) {
    const known = properties.get(nameOf(name)) ?? [];
    const left =
      values === "all" ? [] : known.filter((value) => !values.some((gone) => isSameValue(value, gone)));
    properties.set(nameOf(name), left);
  }
  const names = [...replace.keys(), ...add.keys(), ...remove.keys()];
  return ok({ properties, touched: new Set(names.map(nameOf)) });
}

// An article has one link of this kind, under whichever name it is asked for.
const nameOf = (name: string): string => (LINKS.includes(name) ? (LINKS[0] ?? name) : name);
