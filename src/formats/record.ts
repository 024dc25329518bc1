// The container of everything that KV holds: one value, so that a body, its ETag
// and its siblings can't disagree.
//
//   [u32, big endian: length of the header][header: JSON, UTF-8][parts, end to end]
//
// Offsets in a header count from the first byte behind it.

/** Where a part is: offset and length in bytes. */
export type Span = readonly [offset: number, length: number];

/** Lay parts end to end, and say where each one is. */
export function layOut(parts: readonly Uint8Array[]): readonly Span[] {
  let offset = 0;
  return parts.map(({ byteLength }) => {
    const span: Span = [offset, byteLength];
    offset += byteLength;
    return span;
  });
}

export function packRecord(header: object, parts: readonly Uint8Array[]): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.byteLength);
  return joinBytes([length, head, ...parts]);
}

/** Parts end to end, in one copy. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.byteLength;
  }
  return joined;
}

export type OpenedRecord = { readonly header: unknown; readonly body: Uint8Array };

/** @returns null when these bytes are no record: cut short, or something else */
export function openRecord(bytes: ArrayBuffer): OpenedRecord | null {
  if (bytes.byteLength < 4) return null;
  const headLength = new DataView(bytes).getUint32(0);
  if (4 + headLength > bytes.byteLength) return null;
  const header = new TextDecoder().decode(new Uint8Array(bytes, 4, headLength));
  try {
    return { header: JSON.parse(header), body: new Uint8Array(bytes, 4 + headLength) };
  } catch {
    return null; // a SyntaxError: not ours
  }
}
