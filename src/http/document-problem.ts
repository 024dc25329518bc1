// A document that can't be read: JSON, XML, or what was sent for a feed.

import type { IngestError } from "../ingest/error.ts";
import type { Problem } from "./problem.ts";

type DocumentError = Extract<
  IngestError,
  { readonly kind: "json_invalid" | "json_too_deep" | "xml_invalid" | "feed_unknown" | "entry_unusable" }
>;

export function documentProblemOf(error: DocumentError): Problem {
  switch (error.kind) {
    case "json_invalid":
      return { status: 400, name: "json-invalid", title: "The body is not JSON", detail: error.reason };
    case "json_too_deep":
      return {
        status: 422,
        name: "json-too-deep",
        title: "The JSON is nested too deep",
        detail: `Objects and lists may be nested ${error.maxDepth} deep.`,
      };
    case "xml_invalid":
      return {
        status: 400,
        name: "xml-invalid",
        title: "The XML can't be read",
        detail: `Line ${error.line}: ${error.reason}.`,
      };
    case "feed_unknown":
      return {
        status: 422,
        name: "feed-unknown",
        title: "This is no feed",
        detail: `Send RSS, Atom or JSON Feed, not ${error.found}.`,
      };
    case "entry_unusable":
      return {
        status: 422,
        name: "entry-unusable",
        title: "The entry can't be used",
        detail: `${error.place}: ${error.reason}.`,
      };
  }
}
