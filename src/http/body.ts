// A request's body, counted as it comes: a sender's Content-Length proves nothing.

/** @returns the bytes; one more than `most`, and no further read, when there are more */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (total <= most) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    total += value.byteLength;
  }
  if (total > most) await reader.cancel();

  const body = new Uint8Array(Math.min(total, most + 1));
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk.subarray(0, body.byteLength - offset), offset);
    offset += chunk.byteLength;
  }
  return body;
}
