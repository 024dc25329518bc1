// The journal's tables, one SQLite database a feed. ARCHITECTURE.md says what
// each is for and how long its rows live; a change here is a change there.

const FIRST: readonly string[] = [
  // What is known of the feed as a whole: one row, a JSON object.
  "CREATE TABLE facts (one INTEGER PRIMARY KEY CHECK (one = 1), facts TEXT NOT NULL)",

  // One small row an article: where it stands. Its text is elsewhere.
  `CREATE TABLE articles (
    key TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('live', 'scheduled', 'tombstone')),
    version INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    source_id TEXT,
    tag_uri TEXT NOT NULL,
    slug TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    source_updated_at INTEGER,
    pending INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    recorded_at INTEGER,
    confirm_at INTEGER,
    stuck TEXT
  ) WITHOUT ROWID`,
  // The outbox: what KV has yet to be told, in the order in which it happened.
  "CREATE INDEX outbox ON articles (version) WHERE pending = 1",
  "CREATE INDEX head ON articles (published_at DESC, key) WHERE listed = 1",
  "CREATE INDEX changes ON articles (version)",
  "CREATE INDEX scheduled ON articles (published_at) WHERE state = 'scheduled'",
  "CREATE INDEX confirmations ON articles (confirm_at) WHERE confirm_at IS NOT NULL",
  "CREATE INDEX tombstones ON articles (version) WHERE state = 'tombstone'",

  // An article, its submissions and its fragments may each fill a row.
  "CREATE TABLE bodies (key TEXT PRIMARY KEY, article TEXT NOT NULL)",
  `CREATE TABLE submissions (
    key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    publisher TEXT NOT NULL,
    media_type TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (key, revision)
  )`,
  `CREATE TABLE fragments (
    key TEXT NOT NULL,
    format TEXT NOT NULL,
    render_key TEXT NOT NULL,
    digest TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (key, format)
  )`,

  // Tags and authors of live articles, and how many articles have each.
  `CREATE TABLE labels (
    key TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    PRIMARY KEY (key, kind, label)
  ) WITHOUT ROWID`,
  `CREATE TABLE label_counts (
    kind TEXT NOT NULL, label TEXT NOT NULL, articles INTEGER NOT NULL,
    PRIMARY KEY (kind, label)
  ) WITHOUT ROWID`,

  // One answer for each idempotency key of each publisher.
  `CREATE TABLE answers (
    publisher TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    article_key TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (publisher, idempotency_key)
  ) WITHOUT ROWID`,
  "CREATE INDEX answers_expiry ON answers (expires_at)",
  "CREATE INDEX answers_article ON answers (article_key)",

  // Work that waits for its time. The object's one alarm is set to the soonest.
  "CREATE TABLE due (task TEXT PRIMARY KEY, at INTEGER NOT NULL, attempts INTEGER NOT NULL) WITHOUT ROWID",
];

// Articles say why they have no AMP page, and lead images how large they are.
const SAID: readonly string[] = [
  `UPDATE bodies SET article = json_set(article, '$.ampWithheld', json('null'))
    WHERE json_type(article, '$.ampWithheld') IS NULL`,
  `UPDATE bodies SET article = json_set(article, '$.image.width', json('null'), '$.image.height', json('null'))
    WHERE json_type(article, '$.image') = 'object' AND json_type(article, '$.image.width') IS NULL`,
];

// What the head doesn't hold is in archives, and labels are compared folded. The
// labels themselves come back with the next rendering, which this Worker begins anew.
const ARCHIVED: readonly string[] = [
  "ALTER TABLE articles ADD COLUMN archive INTEGER", // null: it is in the head
  "ALTER TABLE articles ADD COLUMN placed_at INTEGER NOT NULL DEFAULT 0",
  "ALTER TABLE articles ADD COLUMN canonical_here INTEGER NOT NULL DEFAULT 0",
  `UPDATE articles SET placed_at = published_at, canonical_here = coalesce(
    (SELECT json_type(article, '$.sourceUrl') = 'null' FROM bodies WHERE bodies.key = articles.key), 0)`,
  "DROP INDEX head",
  "CREATE INDEX head ON articles (published_at DESC, key) WHERE listed = 1 AND archive IS NULL",
  "CREATE INDEX leaving ON articles (placed_at, key) WHERE listed = 1 AND archive IS NULL",
  "CREATE INDEX archived ON articles (archive, published_at DESC, key) WHERE listed = 1 AND archive IS NOT NULL",
  "CREATE INDEX mapped ON articles (published_at, key) WHERE listed = 1 AND canonical_here = 1",

  // One row an archive: which version of it there should be, and which one KV has.
  `CREATE TABLE archives (
    number INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    stored_version INTEGER NOT NULL,
    recorded_at INTEGER,
    confirm_at INTEGER
  )`,
  "CREATE INDEX archives_behind ON archives (number) WHERE stored_version < version",
  "CREATE INDEX archives_confirmations ON archives (confirm_at) WHERE confirm_at IS NOT NULL",

  "DROP TABLE labels",
  "DROP TABLE label_counts",
  // An article's labels, in the order of the feeds that are made of them.
  `CREATE TABLE labels (
    key TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, published_at INTEGER NOT NULL,
    PRIMARY KEY (key, kind, label)
  ) WITHOUT ROWID`,
  "CREATE INDEX labelled ON labels (kind, label, published_at DESC, key)",
  // What is known of each label: how it is written, how many articles have it, when one of them last changed.
  `CREATE TABLE label_facts (
    kind TEXT NOT NULL, label TEXT NOT NULL, name TEXT NOT NULL, articles INTEGER NOT NULL,
    version INTEGER NOT NULL, modified_at INTEGER NOT NULL,
    PRIMARY KEY (kind, label)
  ) WITHOUT ROWID`,
  "CREATE INDEX label_changes ON label_facts (version)",
];

// Articles may be episodes of a podcast, and keep the Markdown that they came in.
const EPISODES: readonly string[] = [
  `UPDATE bodies SET article = json_set(article, '$.markdown', json('null'), '$.episode', json('null'))
    WHERE json_type(article, '$.episode') IS NULL`,
];

// What a publisher keeps here and shows to nobody yet.
const DRAFTS: readonly string[] = [
  "ALTER TABLE articles ADD COLUMN draft INTEGER NOT NULL DEFAULT 0",
  "CREATE INDEX drafts ON articles (version) WHERE draft = 1",
  "ALTER TABLE submissions ADD COLUMN receipt TEXT", // what its sender was told
];

/** Every step to today's shape, oldest first. A new one is added at the end; none that was deployed changes. */
export const STEPS: readonly (readonly string[])[] = [FIRST, SAID, ARCHIVED, EPISODES, DRAFTS];
