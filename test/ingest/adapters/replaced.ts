// Hostile shapes: a delivery with one field after the other replaced by what no
// system would send there.

const ODD: readonly unknown[] = [
  null,
  7,
  -1,
  "",
  "\ud800 x",
  true,
  [],
  [[]],
  [null],
  {},
  { sys: 1 },
  undefined,
];

/** Every copy of a JSON value in which one field, however deep, is something else; undefined: isn't there. */
export function* replaced(json: unknown): Generator<{ readonly at: string; readonly json: unknown }> {
  for (const path of pathsOf(json))
    for (const odd of ODD)
      yield { at: `${path.join("/")} = ${JSON.stringify(odd)}`, json: withAt(json, path, odd) };
}

function pathsOf(json: unknown): string[][] {
  if (typeof json !== "object" || json === null) return [[]];
  return [
    [],
    ...Object.entries(json).flatMap(([name, value]) => pathsOf(value).map((path) => [name, ...path])),
  ];
}

function withAt(json: unknown, path: readonly string[], odd: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return odd;
  if (Array.isArray(json)) return json.map((one, at) => (String(at) === name ? withAt(one, rest, odd) : one));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) => {
      if (key !== name) return [[key, value]];
      return rest.length === 0 && odd === undefined ? [] : [[key, withAt(value, rest, odd)]];
    }),
  );
}
