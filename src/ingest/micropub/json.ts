// JSON → what it asks for.
//
// Source: https://www.w3.org/TR/micropub/#json-syntax

import { fail, ok, type Result } from "../../model/result.ts";
import { fieldInvalid, type IngestError } from "../error.ts";
import type { MicropubBody, MicropubRequest, MicropubUpdate, Properties } from "./request.ts";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const invalid = (pointer: string, detail: string) => fail(fieldInvalid(pointer, detail));

export function readMicropubJson(json: unknown): MicropubBody {
  if (!isObject(json)) return { tokens: [], request: invalid("", "must be a JSON object") };
  const token = json["access_token"];
  return { tokens: typeof token === "string" ? [token] : [], request: requestOf(json) };
}

function requestOf(json: Json): Result<MicropubRequest, IngestError> {
  const { action, url } = json;
  if (action === undefined) return createOf(json);
  if (action !== "update" && action !== "delete" && action !== "undelete")
    return invalid("/action", 'must be "update", "delete" or "undelete"');
  if (typeof url !== "string") return invalid("/url", "must be the article's address");
  return action === "update" ? updateOf(json, url) : ok({ kind: action, url });
}

function createOf({ type, properties }: Json): Result<MicropubRequest, IngestError> {
  const types = type ?? ["h-entry"];
  if (!Array.isArray(types) || types.length !== 1 || types[0] !== "h-entry")
    return invalid("/type", 'must be ["h-entry"]');
  const read = listsIn("/properties", properties);
  if (!read.ok) return read;
  const stored = new Map([...read.value].filter(([name]) => name !== "access_token"));
  return ok({ kind: "create", properties: stored, files: [] });
}

function updateOf(json: Json, url: string): Result<MicropubUpdate, IngestError> {
  const { replace = {}, add = {}, delete: removed = {} } = json;
  if (["replace", "add", "delete"].every((name) => json[name] === undefined))
    return invalid("/replace", "must be there, or add, or delete");
  const replacing = listsIn("/replace", replace);
  if (!replacing.ok) return replacing;
  const adding = listsIn("/add", add);
  if (!adding.ok) return adding;
  const removing = Array.isArray(removed) ? namesIn(removed) : listsIn("/delete", removed);
  if (!removing.ok) return removing;
  return ok({ kind: "update", url, replace: replacing.value, add: adding.value, remove: removing.value });
}

/** Properties with their values, which are always in a list. */
function listsIn(pointer: string, json: unknown): Result<Properties, IngestError> {
  if (!isObject(json)) return invalid(pointer, "must be an object of properties");
  const lists = new Map<string, readonly unknown[]>();
  for (const [name, values] of Object.entries(json)) {
    if (!Array.isArray(values)) return invalid(`${pointer}/${name}`, "must be a list of values");
    lists.set(name, values);
  }
  return ok(lists);
}

function namesIn(names: readonly unknown[]): Result<ReadonlyMap<string, "all">, IngestError> {
  const texts = names.flatMap((name) => (typeof name === "string" ? [name] : []));
  return texts.length === names.length
    ? ok(new Map(texts.map((name) => [name, "all"])))
    : invalid("/delete", "must be a list of names, or an object of properties");
}
