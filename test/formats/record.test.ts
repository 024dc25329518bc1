import { describe, expect, it } from "vitest";
import { openBundle } from "../../src/formats/bundle.ts";
import { layOut, openRecord, packRecord } from "../../src/formats/record.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const bufferOf = (packed: Uint8Array) => new Uint8Array(packed).buffer;

describe("a record", () => {
  it("gives back its header and its parts", () => {
    const parts = [bytes("rss ✓"), bytes(""), bytes("json")];
    const opened = openRecord(bufferOf(packRecord({ spans: layOut(parts) }, parts)));
    expect(opened?.header).toEqual({
      spans: [
        [0, 7],
        [7, 0],
        [7, 4],
      ],
    });
    expect(new TextDecoder().decode(opened?.body.subarray(7, 11))).toBe("json");
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["three bytes", new Uint8Array(3)],
    ["a header that is cut short", packRecord({ a: "long enough" }, []).slice(0, 9)],
    ["a header that isn't JSON", new Uint8Array([0, 0, 0, 2, 0x7b, 0x7b])],
  ])("is missing when it is %s", (_, cut) => {
    expect(openRecord(bufferOf(cut))).toBeNull();
  });

  it("is no bundle when its schema is another", () => {
    expect(openBundle(bufferOf(packRecord({ schema: 99, documents: {} }, [])))).toBeNull();
  });
});
