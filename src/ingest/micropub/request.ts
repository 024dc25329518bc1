// What a Micropub client asks for, whichever way it wrote it.
//
// Source: https://www.w3.org/TR/micropub/#create
//
// Properties are those of Microformats 2: each has a list of values, and a value is
// a text, a number or an object, such as {"html": "…"} or {"value": "…", "alt": "…"}.

import type { Result } from "../../model/result.ts";
import type { IngestError } from "../error.ts";

export type Properties = ReadonlyMap<string, readonly unknown[]>;

export type MicropubRequest = MicropubCreate | MicropubUpdate | MicropubAct;

export type MicropubCreate = {
  readonly kind: "create";
  readonly properties: Properties;
  readonly files: readonly string[]; // what was uploaded beside them, by name: none is kept
};

export type MicropubUpdate = {
  readonly kind: "update";
  readonly url: string;
  readonly replace: Properties;
  readonly add: Properties;
  readonly remove: ReadonlyMap<string, readonly unknown[] | "all">;
};

export type MicropubAct = { readonly kind: "delete" | "undelete"; readonly url: string };

/** A body: the tokens that stood in it, and apart from them what it asks for. */
export type MicropubBody = {
  readonly tokens: readonly string[];
  readonly request: Result<MicropubRequest, IngestError>;
};

/** Of what an article was made of, or changed by: the type under which its submission is kept. */
export const MF2_MEDIA_TYPE = "application/mf2+json";

const isStored = (name: string): boolean => !name.startsWith("mp-") && name !== "access_token";

const objectOf = (properties: ReadonlyMap<string, unknown>) =>
  Object.fromEntries([...properties].filter(([name]) => isStored(name)));

/** The JSON that is kept of a request: without commands, which are for the moment, and without a token. */
export function keptOf(request: MicropubRequest): unknown {
  switch (request.kind) {
    case "create":
      return { type: ["h-entry"], properties: objectOf(request.properties) };
    case "update":
      return {
        action: "update",
        url: request.url,
        replace: objectOf(request.replace),
        add: objectOf(request.add),
        delete: objectOf(request.remove),
      };
    case "delete":
    case "undelete":
      return { action: request.kind, url: request.url };
  }
}
