// The plugin of docs/connect, run by PHP with as much of WordPress as it calls.

import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const CONNECT = join(import.meta.dirname, "../../docs/connect");
const PHP = "/usr/bin/php";
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const SETTINGS = {
  EDGEWIRE_HOOK_URL: "https://wire.example/feeds/world/hooks/blog",
  EDGEWIRE_HOOK_SECRET: SECRET,
};

type Sent = {
  readonly url: string;
  readonly body: string;
  readonly timeout: number;
  readonly redirection: number;
  readonly headers: Readonly<Record<string, string>>;
};
type Did = {
  readonly sent: readonly Sent[];
  readonly scheduled: readonly {
    readonly inSeconds: number;
    readonly hook: string;
    readonly arguments: readonly unknown[];
  }[];
  readonly options: Readonly<Record<string, string>> | readonly [];
  readonly autoloaded: readonly string[];
  readonly user: number;
};

/** Let something happen in WordPress. @returns what the plugin did about it */
function did(script: string, settings: Readonly<Record<string, string>> = SETTINGS): Did {
  const printed = execFileSync(
    PHP,
    [
      "-n",
      "-d",
      "error_reporting=-1",
      "-d",
      "display_errors=1",
      join(import.meta.dirname, "wordpress.php"),
      script,
    ],
    { env: settings, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  return JSON.parse(printed);
}
const bodiesOf = (script: string): unknown[] => did(script).sent.map(({ body }) => JSON.parse(body));

beforeAll(() => {
  if (!existsSync(PHP)) throw new Error(`There is no ${PHP}. Install it: apt-get install php-cli`);
});

it("is shown in the page to the letter", () => {
  const plugin = readFileSync(join(CONNECT, "edgewire-hook.php"), "utf8");
  expect(readFileSync(join(CONNECT, "wordpress.md"), "utf8")).toContain(`\`\`\`php\n${plugin}\`\`\`\n`);
});

it("does nothing while it isn't told where to", () => {
  expect(did("save( a_post(), null ); end_of_request();", {}).sent).toEqual([]);
});

describe("a delivery", () => {
  it("is the post as the REST API shows it to a visitor, with author, picture and terms", () => {
    expect(bodiesOf("save( a_post(), null ); end_of_request();")).toEqual([
      {
        title: { rendered: "Low water" },
        asked: "GET /wp/v2/posts/42",
        embed: ["author", "wp:featuredmedia", "wp:term"],
        by: 0,
      },
    ]);
  });

  it("leaves the editor who he is", () => {
    expect(did("save( a_post(), null ); end_of_request();").user).toBe(7);
  });

  it("is signed as Standard Webhooks asks, and goes where the settings say and nowhere else", () => {
    const [sent] = did("save( a_post(), null ); end_of_request();").sent;
    const {
      "webhook-id": id,
      "webhook-timestamp": time,
      "webhook-signature": signature,
    } = sent?.headers ?? {};
    const key = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
    expect(signature).toBe(
      `v1,${createHmac("sha256", key).update(`${id}.${time}.${sent?.body}`).digest("base64")}`,
    );
    expect(time).toMatch(/^\d{10}$/);
    expect(sent).toMatchObject({
      url: "https://wire.example/feeds/world/hooks/blog",
      redirection: 0,
      headers: {
        "Content-Type": "application/json",
        "webhook-id": "msg_00000000-0000-4000-8000-000000000000",
      },
    });
  });

  it("is made with a secret that is written without whsec_ too", () => {
    const bare = { ...SETTINGS, EDGEWIRE_HOOK_SECRET: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" };
    const [sent] = did("save( a_post(), null ); end_of_request();", bare).sent;
    const {
      "webhook-id": id,
      "webhook-timestamp": time,
      "webhook-signature": signature,
    } = sent?.headers ?? {};
    const key = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
    expect(signature).toBe(
      `v1,${createHmac("sha256", key).update(`${id}.${time}.${sent?.body}`).digest("base64")}`,
    );
  });

  it("is one a request for each post, with the state at its end", () => {
    const bodies = bodiesOf(`
      save( a_post(), null );
      save( a_post( array( 'ID' => 43 ) ), null );
      save( a_post( array( 'post_status' => 'private' ) ), a_post() );
      end_of_request();
    `);
    expect(bodies).toMatchObject([{ id: 42, status: "private" }, { asked: "GET /wp/v2/posts/43" }]);
  });
});

describe("what isn't public", () => {
  const STATE = {
    id: 42,
    date_gmt: "2026-11-20T10:05:00",
    guid: { rendered: "https://blog.example/?p=42" },
    modified_gmt: "2026-11-20T10:06:00",
    status: "publish",
    type: "post",
    content: { protected: false },
  };

  it.each(["draft", "pending", "private", "future", "trash"])(
    "is taken back without its text when a public post becomes %s",
    (status) => {
      const script = `save( a_post( array( 'post_status' => '${status}' ) ), a_post() ); end_of_request();`;
      expect(bodiesOf(script)).toEqual([{ ...STATE, status }]);
    },
  );

  it("is taken back without its text when a public post gets a password", () => {
    expect(
      bodiesOf("save( a_post( array( 'post_password' => 'low-tide' ) ), a_post() ); end_of_request();"),
    ).toEqual([{ ...STATE, content: { protected: true } }]);
  });

  it.each([
    ["a new draft", "save( a_post( array( 'post_status' => 'draft' ) ), null );"],
    [
      "a draft in the trash",
      "save( a_post( array( 'post_status' => 'trash' ) ), a_post( array( 'post_status' => 'draft' ) ) );",
    ],
    ["a post that was protected already", "$p = a_post( array( 'post_password' => 'x' ) ); save( $p, $p );"],
    ["a revision", "save( a_post( array( 'post_type' => 'revision', 'post_status' => 'inherit' ) ), null );"],
    ["a block for many posts", "save( a_post( array( 'post_type' => 'wp_block' ) ), null );"],
    ["an entry of a menu", "save( a_post( array( 'post_type' => 'nav_menu_item' ) ), null );"],
    ["a type that the REST API doesn't have", "save( a_post( array( 'post_type' => 'order' ) ), null );"],
    ["the deletion of a draft", "delete( a_post( array( 'post_status' => 'draft' ) ) );"],
    [
      "the deletion of a revision",
      "delete( a_post( array( 'post_type' => 'revision', 'post_status' => 'inherit' ) ) );",
    ],
  ])("is nobody's business: %s", (_, script) => {
    expect(did(`${script} end_of_request();`).sent).toEqual([]);
  });

  it.each(["publish", "trash"])("is said to be deleted when it goes for good from the state %s", (status) => {
    const script = `save( a_post(), null ); delete( a_post( array( 'post_status' => '${status}' ) ) ); end_of_request();`;
    expect(bodiesOf(script)).toEqual([{ deleted: true, previous: { ...STATE, status } }]);
  });
});

describe("a delivery that fails", () => {
  const FAILED = "save( a_post(), null ); end_of_request();";
  const ID = "msg_00000000-0000-4000-8000-000000000000";

  it.each(["500", "401", "308", "'Could not resolve host'"])(
    "is scheduled again after %s, and kept where not every page loads it",
    (answer) => {
      const { scheduled, options, autoloaded, sent } = did(`$answer = ${answer}; ${FAILED}`);
      expect(scheduled).toEqual([{ inSeconds: 60, hook: "edgewire_retry", arguments: [ID, 1] }]);
      expect(options).toEqual({ [`edgewire_${ID}`]: sent[0]?.body });
      expect(autoloaded).toEqual([]);
    },
  );

  it("is sent again with the same id and bytes, and then forgotten", () => {
    const { sent, options } = did(`
      $answer = 500; ${FAILED}
      save( a_post( array( 'post_status' => 'draft' ) ), a_post() );
      $answer = 204; do_action( 'edgewire_retry', '${ID}', 1 );
    `);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.body).toBe(sent[0]?.body);
    expect(sent[1]?.headers["webhook-id"]).toBe(ID);
    expect(options).toEqual([]);
  });

  it("is given up after five more attempts, a day and a half later", () => {
    const { sent, scheduled, options } = did(`
      $answer = 500; ${FAILED}
      foreach ( array( 1, 2, 3, 4, 5, 6 ) as $attempt ) do_action( 'edgewire_retry', '${ID}', $attempt );
    `);
    expect(sent).toHaveLength(6);
    expect(scheduled.map(({ inSeconds }) => inSeconds)).toEqual([60, 600, 3600, 21_600, 86_400]);
    expect(options).toEqual([]);
  });
});
