// Stands in for domhandler and domutils in the Worker (wrangler.toml, [alias]):
// htmlparser2 can build a tree and look for feeds in it; here it only reads along.

const unused = (): never => {
  throw new Error("no tree is built of HTML");
};

/** @throws always: nothing may come here */
export const getFeed = unused;

/** @throws always: nothing may come here */
export const DomHandler = unused;
