// Turns what the record knows of an asset into what travels, and back.
import type { AccountId } from '../../../shared/ids.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import type { ProviderId } from '../../../shared/providers/index.ts'
import type { FileIdentity } from '../../files/file-identity.ts'
import type { RecordEntry } from '../record-entry.ts'
import type { CarriedEntry } from './carried-entry.ts'
import { mayTravel } from './carried-url.ts'

/** No file on this computer has it. */
const NO_SOURCE: { readonly sourcePath: string; readonly sourceIdentity: FileIdentity } = {
  sourcePath: '',
  sourceIdentity: { device: '0', inode: '0', sizeBytes: '0', modifiedAtNs: '0', changedAtNs: null },
}

export function carryEntry(
  { accountId, asset, facts, sha256, uploadedAtMs }: RecordEntry,
  noted: Annotation,
): CarriedEntry {
  return {
    account: accountId,
    id: asset.primaryId,
    name: facts.name,
    kind: asset.kind,
    mimeType: facts.mimeType,
    sizeBytes: facts.sizeBytes,
    sha256,
    width: asset.width,
    height: asset.height,
    created: isoTime(asset.createdAtMs),
    uploaded: isoTime(uploadedAtMs) ?? isoTime(0),
    expires: isoTime(asset.expiresAtMs),
    container: asset.containerId,
    readiness: asset.readiness,
    readinessNote: asset.readinessNote,
    providerName: asset.name,
    values: asset.values,
    url: asset.url,
    localName: noted.localName,
    tags: noted.tags,
    note: noted.note,
  }
}

/** What only the provider knows. */
export function carryItem(item: LibraryItem, noted: Annotation): CarriedEntry {
  return {
    account: item.accountId,
    id: item.primaryId,
    name: item.name,
    kind: item.kind,
    mimeType: null,
    sizeBytes: item.sizeBytes,
    sha256: item.sha256,
    width: item.width,
    height: item.height,
    created: isoTime(item.createdAtMs),
    uploaded: null,
    expires: isoTime(item.expiresAtMs),
    container: null,
    readiness: item.readiness,
    readinessNote: item.readinessNote,
    providerName: null,
    values: item.values,
    url: null,
    localName: noted.localName,
    tags: noted.tags,
    note: noted.note,
  }
}

/** Without the addresses that are to stay on this computer. */
export function withoutPrivate(entry: CarriedEntry): CarriedEntry {
  return {
    ...entry,
    values: entry.values.filter(({ value }) => mayTravel(value)),
    url: entry.url !== null && mayTravel(entry.url) ? entry.url : null,
  }
}

/** `known`: the entry that is here already, which keeps its file on this computer; null: it is new here. */
export function toRecordEntry(
  carried: CarriedEntry,
  { accountId, providerId }: { readonly accountId: AccountId; readonly providerId: ProviderId },
  known: RecordEntry | null,
): RecordEntry {
  const { id, name, kind, mimeType, sizeBytes, sha256, values, url, readiness, readinessNote } = carried
  return {
    ...(known ?? NO_SOURCE),
    accountId,
    providerId,
    asset: {
      primaryId: id,
      values,
      kind,
      name: carried.providerName,
      createdAtMs: msOf(carried.created),
      sizeBytes: known?.asset.sizeBytes ?? null,
      width: carried.width,
      height: carried.height,
      containerId: carried.container,
      readiness,
      readinessNote,
      expiresAtMs: msOf(carried.expires),
      url,
    },
    facts: { name: name ?? id, sizeBytes: sizeBytes ?? 0, mimeType },
    sha256,
    uploadedAtMs: known?.uploadedAtMs ?? msOf(carried.uploaded) ?? 0,
  }
}

/** A time that no calendar has is as good as none. */
function isoTime(ms: number | null): string | null {
  if (ms === null || Number.isNaN(new Date(ms).getTime())) return null
  const text = new Date(ms).toISOString()
  return text.length === COMMON_LENGTH ? text : null
}

/** Years of more than four digits are written in another form, which few programs read. */
const COMMON_LENGTH = '2000-01-01T00:00:00.000Z'.length

function msOf(time: string | null): number | null {
  return time === null ? null : Date.parse(time)
}
