// A host on this machine that has pictures of any size, and takes its time to send them.
//
//   http://127.0.0.1:{port}/{name}-{width}x{height}.svg

import { once } from "node:events";
import { createServer } from "node:http";

export type Pictures = { readonly origin: string; readonly close: () => void };

type Draw = (name: string, width: number, height: number) => string; // SVG

const plain: Draw = (_, width, height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#789"/></svg>`;

export async function servePictures(afterMs = 0, draw: Draw = plain): Promise<Pictures> {
  const server = createServer((request, response) => {
    const [, name, width, height] = /\/([\w-]+)-(\d+)x(\d+)\.svg$/.exec(request.url ?? "") ?? [];
    setTimeout(() => {
      if (name === undefined) response.writeHead(404).end();
      else
        response
          .writeHead(200, { "Content-Type": "image/svg+xml" })
          .end(draw(name, Number(width), Number(height)));
    }, afterMs);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
