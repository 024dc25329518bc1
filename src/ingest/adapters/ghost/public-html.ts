// What of a post's HTML everybody may read. The webhook has all of it, whoever it is for.
//
// A post for members is public down to the divider that its author set, and not
// at all without one. And any post, a public one too, may have blocks that only
// some see; what is shown to a visitor who isn't logged in says nonMember:true.
//
// Source: core/server/api/endpoints/utils/serializers/output/utils/post-gating.js of Ghost

const DIVIDER = "<!--members-only-->";
const BLOCK_MARK = /^<!--\s*kg-gated-block:(begin|end)\b\s*(nonMember:true\b)?/;

/** @param isPublic whether the post is for everybody */
export function publicHtmlOf(html: string, isPublic: boolean): string {
  if (isPublic) return withoutGatedBlocks(html);
  const divider = html.indexOf(DIVIDER);
  // The divider stays: what is kept of a post can be read again, and says the same.
  return divider === -1 ? "" : withoutGatedBlocks(html.slice(0, divider)) + DIVIDER;
}

// Whatever isn't surely for everybody goes: a block within such a block, one that never ends.
function withoutGatedBlocks(html: string): string {
  let shown = "";
  let withheld = 0; // how many blocks deep
  for (const piece of html.split(/(?<=-->)/)) {
    const start = piece.lastIndexOf("<!--");
    const [, mark, forVisitors] = (start === -1 ? null : BLOCK_MARK.exec(piece.slice(start))) ?? [];
    if (withheld === 0) shown += mark === undefined ? piece : piece.slice(0, start);
    if (mark === "begin" && (withheld > 0 || forVisitors === undefined)) withheld += 1;
    if (mark === "end" && withheld > 0) withheld -= 1;
  }
  return shown;
}
