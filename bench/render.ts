// Rendering, in workerd: three documents of a whole head, and the same after one
// new article. What is published includes more: every fragment is checked and
// hashed, and laid into the bundle with its header.

import { atLeast, compare, type Row, reported } from "./measure.ts";
import { type Server, serve } from "./servers.ts";

const ROUNDS = 30;

export async function benchRender(): Promise<Row[]> {
  const server = await serve("render");
  const documents = timer(server, "/ours", 4);
  const published = timer(server, "/ours-published", 4);
  const oneNew = timer(server, "/ours-one-new", 20);
  const theirs = timer(server, "/feed", 2);
  const rows = [
    atLeast("full render of 50 × 5 KB, against `feed` 6", 4, await compare(ROUNDS, documents, theirs)),
    reported("the same, checked, hashed and bundled", await compare(ROUNDS, published, theirs)),
    atLeast("bundled after one new article, against the same", 20, await compare(ROUNDS, oneNew, theirs)),
  ];
  await server.miniflare.dispose();
  return rows;
}

/** The time of one run of the work: a request that repeats it, less a request that does nothing. */
function timer({ port }: Server, path: string, times: number): () => Promise<number> {
  const took = async (asked: string) => {
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}${asked}?times=${times}`);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${asked} answered ${response.status}`);
    return performance.now() - began;
  };
  return async () => ((await took(path)) - (await took("/nothing"))) / times;
}
