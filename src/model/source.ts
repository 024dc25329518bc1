// A source: a publisher's system that sends its articles by webhook. The feed's
// definition says how its deliveries are proved and how they are read; nothing
// in a delivery chooses either.

import type { Condition, FieldMap, FieldNames } from "./source-fields.ts";

/** How a source's deliveries prove where they are from. */
export type SchemeDefinition =
  | {
      readonly scheme:
        | "standard-webhooks" // HMAC of id, time and body (v1); the secret begins with whsec_
        | "standard-webhooks-ed25519" // the same by a key pair (v1a); the secret is the public key, whpk_…
        | "ghost" // X-Ghost-Signature over body and time
        | "ghost-legacy" // Ghost before July 2024: over the body alone, so nothing stops a replay
        | "github" // X-Hub-Signature-256 over the body; no time
        | "contentful" // X-Contentful-Signature over method, path, headers and body
        | "sanity" // sanity-webhook-signature over time and body
        | "bearer"; // Authorization: Bearer and the secret
    }
  | { readonly scheme: "header"; readonly header: string }; // the secret in a header of this name

/** How a source's deliveries are read. */
export type AdapterDefinition =
  | { readonly adapter: "ghost" }
  | {
      readonly adapter: "wordpress";
      /** Which types of posts are articles: ["post"] if not said. */
      readonly types?: readonly string[];
    }
  | {
      readonly adapter: "contentful";
      /** Which environment's entries are published: all that the webhook's filter lets through if not said. */
      readonly environment?: string;
      /** Ids of the content types that are articles. */
      readonly contentTypes: readonly string[];
      /** Which of the entry's languages this feed is in, as Contentful writes it: "en-US". */
      readonly locale: string;
      /** What the content type calls its fields, where it isn't the usual name. */
      readonly fields?: FieldNames;
      /** The article's own address, with its fields in braces: "https://news.example/{slug}". */
      readonly articleUrl?: string;
    }
  | {
      readonly adapter: "sanity";
      /** Which types of documents are articles: all that the webhook's filter lets through if not said. */
      readonly types?: readonly string[];
    }
  | {
      readonly adapter: "strapi";
      /** Which entries are articles: the uid ("api::article.article") or the name of their type. */
      readonly model: string;
      /** Whether their type has Draft & Publish: true if not said. Strapi 4 doesn't say so of an entry. */
      readonly drafts?: boolean;
      readonly fields?: FieldNames;
      /** What a text is that isn't made of blocks: "markdown" if not said. */
      readonly contentIs?: "markdown" | "html";
      /** The article's own address, with its fields in braces: "https://news.example/{slug}". */
      readonly articleUrl?: string;
      /** Where pictures with an address of their own are: "https://cms.news.example". */
      readonly mediaOrigin?: string;
    }
  | { readonly adapter: "microfeed" }
  | {
      readonly adapter: "generic";
      /** Where in a delivery each field of an article is. */
      readonly fields: FieldMap;
      /** Where the list is, if a delivery brings several articles: then every other pointer starts at its elements. */
      readonly each?: string;
      /** Which deliveries concern articles: all if not said. */
      readonly only?: Condition;
      /** Which of them are tests, and change nothing. */
      readonly test?: Condition;
      /** Which articles are published; any other is withdrawn. All if not said. */
      readonly publishedWhen?: Condition;
      /** Which deliveries withdraw their article. */
      readonly withdrawnWhen?: Condition;
    };

export type AdapterName = AdapterDefinition["adapter"];
export type SchemeName = SchemeDefinition["scheme"];

/** One source of a feed. `secret` is the name of a Worker secret, never the secret. */
export type SourceDefinition = {
  /** Its name in the hook's address: unique in its feed, never changed. */
  readonly name: string;
  readonly secret: string;
  /** While secrets change hands: the name of the former one, and until when it is taken too (RFC 3339). */
  readonly formerSecret?: { readonly secret: string; readonly until: string };
} & SchemeDefinition &
  AdapterDefinition;

/** What the journal calls a source where it says who sent something: no publisher's name has a slash. */
export const publisherOfSource = (name: string): string => `hooks/${name}`;
