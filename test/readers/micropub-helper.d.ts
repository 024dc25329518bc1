// micropub-helper has no types of its own: those of what the tests use.

declare module "micropub-helper" {
  type Entry = Readonly<Record<string, unknown>>;

  class Micropub {
    constructor(settings: { readonly token: string; readonly micropubEndpoint: string });
    /** @returns the new article's address */
    create(entry: Entry, type?: "json" | "form" | "multipart"): Promise<unknown>;
    update(url: string, update: Entry): Promise<unknown>;
    delete(url: string): Promise<unknown>;
    undelete(url: string): Promise<unknown>;
    query(question: string): Promise<unknown>;
    querySource(url: string, properties?: readonly string[]): Promise<unknown>;
    verifyToken(): Promise<unknown>;
  }
  export = Micropub;
}
