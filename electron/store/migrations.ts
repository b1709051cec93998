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
