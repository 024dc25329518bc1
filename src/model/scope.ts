// What a publisher's token may be used for, whichever the way in.
//
// The words are Micropub's. "media" is for a media endpoint, of which there is none yet.

export const SCOPES = ["create", "update", "delete", "media", "read"] as const;

export type Scope = (typeof SCOPES)[number];

/** @returns true for any scope where the publisher's definition names none */
export const may = ({ scopes }: { readonly scopes?: readonly Scope[] }, scope: Scope): boolean =>
  scopes?.includes(scope) ?? true;
