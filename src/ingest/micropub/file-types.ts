// What an address's ending says of a file: a property names a picture, a sound or a
// film, and feeds need its media type.

const TYPES: Readonly<Record<string, string>> = {
  avif: "image/avif",
  gif: "image/gif",
  heic: "image/heic",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  aac: "audio/aac",
  flac: "audio/flac",
  m4a: "audio/mp4",
  mp3: "audio/mpeg",
  oga: "audio/ogg",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  wav: "audio/wav",
  m4v: "video/mp4",
  mov: "video/quicktime",
  mp4: "video/mp4",
  ogv: "video/ogg",
  webm: "video/webm",
};

const MOST_LIKELY = { photo: "image/jpeg", audio: "audio/mpeg", video: "video/mp4" } as const;

export type Medium = keyof typeof MOST_LIKELY;

export const MEDIA: readonly Medium[] = ["photo", "video", "audio"];

/** The media type of a file; the most likely one of its kind where its address doesn't say. */
export function fileTypeOf(url: string, medium: Medium): string {
  const [, ending = ""] = /\.([a-z0-9]{3,4})(?:[?#]|$)/i.exec(url) ?? [];
  const type = TYPES[ending.toLowerCase()];
  return type !== undefined && mediumOf(type) === medium ? type : MOST_LIKELY[medium];
}

/** Which property names a file of this type; null for one that none does. */
export function mediumOf(mediaType: string): Medium | null {
  if (mediaType.startsWith("image/")) return "photo";
  if (mediaType.startsWith("audio/")) return "audio";
  return mediaType.startsWith("video/") ? "video" : null;
}
