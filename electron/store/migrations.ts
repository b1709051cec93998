// The numbered steps that bring a database of any age to the present schema.
import type { Database } from './sqlite.ts'

/** Step N leads to version N+1. A step that was released is never edited. */
const STEPS: readonly string[] = [
  `CREATE TABLE jobs (
     id TEXT PRIMARY KEY,
     position INTEGER NOT NULL UNIQUE,
     account_id TEXT NOT NULL,
     path TEXT NOT NULL,
     facts TEXT NOT NULL,
     identity TEXT NOT NULL,
     status TEXT NOT NULL,
     attempts INTEGER NOT NULL,
     started_at_ms INTEGER,
     waiting_until_ms INTEGER,
     failure TEXT,
     asset_id TEXT,
     created_at_ms INTEGER NOT NULL
   ) STRICT;

   CREATE TABLE assets (
     id INTEGER PRIMARY KEY,
     account_id TEXT NOT NULL,
     provider_id TEXT NOT NULL,
     primary_id TEXT NOT NULL,
     asset TEXT NOT NULL,
     kind TEXT NOT NULL,
     file_name TEXT NOT NULL,
     size_bytes INTEGER NOT NULL,
     sha256 TEXT NOT NULL,
     mime_type TEXT,
     source_path TEXT NOT NULL,
     source_identity TEXT NOT NULL,
     uploaded_at_ms INTEGER NOT NULL,
     UNIQUE (account_id, primary_id)
   ) STRICT;
   CREATE INDEX assets_by_content ON assets (account_id, sha256);

   CREATE VIRTUAL TABLE asset_words USING fts5 (
     file_name, primary_id, content='assets', content_rowid='id',
     tokenize='unicode61 remove_diacritics 2', prefix='2 3'
   );
   CREATE TRIGGER assets_inserted AFTER INSERT ON assets BEGIN
     INSERT INTO asset_words (rowid, file_name, primary_id) VALUES (new.id, new.file_name, new.primary_id);
   END;
   CREATE TRIGGER assets_deleted AFTER DELETE ON assets BEGIN
     INSERT INTO asset_words (asset_words, rowid, file_name, primary_id)
       VALUES ('delete', old.id, old.file_name, old.primary_id);
   END;
   CREATE TRIGGER assets_updated AFTER UPDATE ON assets BEGIN
     INSERT INTO asset_words (asset_words, rowid, file_name, primary_id)
       VALUES ('delete', old.id, old.file_name, old.primary_id);
     INSERT INTO asset_words (rowid, file_name, primary_id) VALUES (new.id, new.file_name, new.primary_id);
   END;`,

  `ALTER TABLE jobs ADD COLUMN fields TEXT NOT NULL DEFAULT '{}'`,

  `CREATE TABLE paces (
     gate TEXT PRIMARY KEY,
     state TEXT NOT NULL,
     saved_at_ms REAL NOT NULL
   ) STRICT`,

  `ALTER TABLE jobs ADD COLUMN file_id TEXT NOT NULL DEFAULT '';
   UPDATE jobs SET file_id = id;
   ALTER TABLE jobs ADD COLUMN sha256 TEXT;
   CREATE INDEX assets_by_size ON assets (account_id, size_bytes)`,

  `ALTER TABLE jobs ADD COLUMN tried_since_ms INTEGER`,

  `CREATE INDEX assets_by_id ON assets (primary_id, provider_id)`,

  // Far apart, so that a job finds room between two others; by way of the negative, so that no two meet.
  `UPDATE jobs SET position = -position;
   UPDATE jobs SET position = -position * 1048576`,

  // What stands in `asset` becomes columns that an index can hold. Each index holds all that a library is filtered by,
  // so that no row has to be read to be left out. A mark is a word of the search index that nobody types.
  `CREATE TABLE annotations (
     account_id TEXT NOT NULL,
     primary_id TEXT NOT NULL,
     local_name TEXT,
     note TEXT,
     tags TEXT NOT NULL,
     PRIMARY KEY (account_id, primary_id)
   ) STRICT;

   ALTER TABLE assets ADD COLUMN sort_name TEXT;
   ALTER TABLE assets ADD COLUMN readiness TEXT AS (json_extract(asset, '$.readiness')) VIRTUAL;
   ALTER TABLE assets ADD COLUMN expires_at_ms REAL AS (json_extract(asset, '$.expiresAtMs')) VIRTUAL;
   ALTER TABLE assets ADD COLUMN container_id TEXT AS (json_extract(asset, '$.containerId')) VIRTUAL;
   CREATE INDEX assets_by_date ON assets
     (uploaded_at_ms, id, account_id, kind, readiness, expires_at_ms, container_id);
   CREATE INDEX assets_by_name ON assets
     (sort_name, id, account_id, kind, readiness, expires_at_ms, container_id, uploaded_at_ms);
   CREATE INDEX assets_by_weight ON assets
     (size_bytes, id, account_id, kind, readiness, expires_at_ms, container_id, uploaded_at_ms);

   DROP TRIGGER IF EXISTS assets_inserted;
   DROP TRIGGER IF EXISTS assets_deleted;
   DROP TRIGGER IF EXISTS assets_updated;
   DROP TABLE IF EXISTS asset_words;
   CREATE VIEW asset_search_rows AS
     SELECT assets.id, assets.account_id, assets.primary_id,
       concat_ws(' ', file_name, assets.primary_id, json_extract(asset, '$.name'),
         (SELECT group_concat(json_extract(value, '$.value'), ' ') FROM json_each(asset, '$.values')),
         local_name, note, (SELECT group_concat(value, ' ') FROM json_each(tags))) AS words,
       concat_ws(' ', 'a' || hex(assets.account_id), 'p' || hex(provider_id), 'k' || kind,
         (SELECT group_concat('t' || hex(value), ' ') FROM json_each(tags))) AS marks
     FROM assets LEFT JOIN annotations
       ON annotations.account_id = assets.account_id AND annotations.primary_id = assets.primary_id;
   CREATE VIRTUAL TABLE asset_search USING fts5 (
     words, marks, content='', contentless_delete=1,
     tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
   );
   INSERT INTO asset_search (rowid, words, marks) SELECT id, words, marks FROM asset_search_rows;
   CREATE TRIGGER assets_inserted AFTER INSERT ON assets BEGIN
     INSERT INTO asset_search (rowid, words, marks)
       SELECT id, words, marks FROM asset_search_rows WHERE id = new.id;
   END;
   CREATE TRIGGER assets_deleted AFTER DELETE ON assets BEGIN
     DELETE FROM asset_search WHERE rowid = old.id;
   END;
   CREATE TRIGGER assets_updated AFTER UPDATE OF asset, kind, file_name ON assets BEGIN
     DELETE FROM asset_search WHERE rowid = new.id;
     INSERT INTO asset_search (rowid, words, marks)
       SELECT id, words, marks FROM asset_search_rows WHERE id = new.id;
   END;
   CREATE TRIGGER annotations_inserted AFTER INSERT ON annotations BEGIN
     UPDATE assets SET kind = kind WHERE account_id = new.account_id AND primary_id = new.primary_id;
   END;
   CREATE TRIGGER annotations_updated AFTER UPDATE ON annotations BEGIN
     UPDATE assets SET kind = kind WHERE account_id = new.account_id AND primary_id = new.primary_id;
   END;
   CREATE TRIGGER annotations_deleted AFTER DELETE ON annotations BEGIN
     UPDATE assets SET kind = kind WHERE account_id = old.account_id AND primary_id = old.primary_id;
   END`,

  `CREATE TABLE measures (
     account_id TEXT NOT NULL,
     primary_id TEXT NOT NULL,
     width INTEGER,
     height INTEGER,
     duration_ms INTEGER,
     PRIMARY KEY (account_id, primary_id)
   ) STRICT, WITHOUT ROWID`,

  // What a start reads, however many jobs are done.
  `CREATE INDEX jobs_not_done ON jobs (position) WHERE status <> 'done' OR asset_id IS NULL`,
]

export const SCHEMA_VERSION = STEPS.length

export function versionOf(database: Database): number {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number }
  return row.user_version
}

/** All missing steps in one transaction: a cut leaves the old schema whole. */
export function migrate(database: Database): void {
  if (versionOf(database) === SCHEMA_VERSION) return
  database.transaction(() => {
    STEPS.slice(versionOf(database)).forEach((step) => {
      database.exec(step)
    })
    database.exec(`PRAGMA user_version = ${String(SCHEMA_VERSION)}`)
  })
}
