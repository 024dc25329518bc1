import { expect, it } from "vitest";
import { createMemory } from "../../src/http/memory.ts";

it("holds a value fresh for one second, and stale after", () => {
  const memory = createMemory<string>();
  memory.keep("a", "A", 1, 1_000);
  expect(memory.fresh("a", 1_999)).toBe("A");
  expect(memory.fresh("a", 2_000)).toBeUndefined();
  expect(memory.stale("a")).toBe("A");
});

it("makes room for what is new, oldest first", () => {
  const memory = createMemory<string>(10);
  memory.keep("a", "A", 6, 0);
  memory.keep("b", "B", 4, 1);
  memory.keep("c", "C", 4, 2);
  expect(memory.stale("a")).toBeUndefined();
  expect(memory.stale("b")).toBe("B");
  expect(memory.stale("c")).toBe("C");
});

it("counts a value once however often it is kept", () => {
  const memory = createMemory<string>(10);
  memory.keep("b", "B", 4, 0);
  for (let at = 0; at < 5; at += 1) memory.keep("a", "A", 6, at);
  expect(memory.stale("b")).toBe("B");
});
