// SQLite takes whole ArrayBuffers, and bytes are often a view into a larger one.

export const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
