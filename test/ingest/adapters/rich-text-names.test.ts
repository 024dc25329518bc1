import * as types from "@contentful/rich-text-types";
import { expect, it } from "vitest";
import * as names from "../../../src/ingest/adapters/rich-text-names.ts";

it("the names that stand in for Contentful's are Contentful's", () => {
  expect(names.BLOCKS).toEqual({ ...types.BLOCKS });
  expect(names.INLINES).toEqual({ ...types.INLINES });
  expect(names.MARKS).toEqual({ ...types.MARKS });
});

it.each([
  [{ nodeType: "text", value: "x", marks: [], data: {} }, true],
  [{ nodeType: "paragraph", content: [], data: {} }, false],
] as const)("%j is text: %s", (node, isText) => {
  expect(names.helpers.isText(node)).toBe(isText);
  expect(types.helpers.isText({ ...node, content: [] } as never)).toBe(isText);
});
