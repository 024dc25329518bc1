/** Where a character of a text is, for a person with an editor. */
export const lineAt = (text: string, at: number): string => `line ${text.slice(0, at).split("\n").length}`;
