// What comes with an article: sound and film are played, everything else is a link.

import type { Child } from "hono/jsx";
import type { Article, Attachment } from "../model/article.ts";
import { shows } from "../model/lead-image.ts";

/** Those that the text doesn't show already. */
export const attachmentsOf = ({ attachments, contentHtml }: Article): readonly Attachment[] =>
  attachments.filter(({ url }) => !shows(contentHtml, url));

export function mediumOf({ mediaType }: Attachment): "audio" | "video" | null {
  const kind = mediaType.slice(0, mediaType.indexOf("/"));
  return kind === "audio" || kind === "video" ? kind : null;
}

type AttachmentsProps = {
  readonly attachments: readonly Attachment[];
  readonly language: string;
  readonly player: (attachment: Attachment) => Child; // null where it can't be played
};

export const Attachments = ({ attachments, language, player }: AttachmentsProps) =>
  attachments.length === 0 ? null : (
    <ul class="attachments">
      {attachments.map((attachment) => (
        <li>
          <p>
            <a href={attachment.url}>
              <bdi>{nameOf(attachment)}</bdi>
            </a>{" "}
            <span class="facts">{factsOf(attachment, language).join(" · ")}</span>
          </p>
          {player(attachment)}
        </li>
      ))}
    </ul>
  );

/** How a player is called by who can't see that it is one. */
export const nameOf = ({ title, url }: Attachment): string => title ?? (fileOf(url) || url);

// The last part of its path, as it would be called when it is saved.
function fileOf(url: string): string {
  const last = URL.parse(url)?.pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // a "%" that is just a "%"
  }
}

function factsOf(attachment: Attachment, language: string): string[] {
  const { lengthBytes, durationSeconds } = attachment;
  const duration = durationSeconds === null ? [] : [clockOf(durationSeconds)];
  return [typeOf(attachment), ...duration, ...(lengthBytes === null ? [] : [sizeOf(lengthBytes, language)])];
}

/** "PDF" says more to a reader than "application/pdf". */
function typeOf({ url, mediaType }: Attachment): string {
  const extension = /\.([a-z0-9]{2,5})$/i.exec(fileOf(url))?.[1];
  return extension?.toUpperCase() ?? mediaType;
}

/** 61 → 1:01, 3661 → 1:01:01. */
function clockOf(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

function sizeOf(bytes: number, language: string): string {
  const [unit, amount] = bytes < 1_000_000 ? ["kilobyte", bytes / 1_000] : ["megabyte", bytes / 1_000_000];
  const options = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, options).format(amount);
}
