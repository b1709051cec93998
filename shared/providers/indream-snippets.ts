// How Indream's API takes an asset: as an entry of a project's editor state, by its file key.
import { valueNamed } from '../model/value-named.ts'
import type { Json, ProviderSnippets } from './asset-use.ts'

export const indreamSnippets: ProviderSnippets = {
  keyVariable: 'INDREAM_API_KEY',
  auth: { header: 'x-api-key', scheme: null },
  url: { valueName: 'fileUrl', opensAnywhere: true },
  callWith: (asset) => {
    const remoteKey = valueNamed(asset, 'fileKey')
    const remoteUrl = valueNamed(asset, 'fileUrl')
    if (remoteKey === null || remoteUrl === null)
      return { reason: 'Indream takes a file by its file key and URL, which are not known of this one.' }
    if (asset.kind === 'other') return { reason: 'Indream’s editor takes pictures, films and sound alone.' }
    const { name, sizeBytes, width, height } = asset
    // Indream docs, "Assets": the name of the entry is free, and not the asset ID.
    const entry: Json = {
      id: 'wharf-asset',
      type: asset.kind,
      ...(name === null ? {} : { filename: name }),
      ...(sizeBytes === null ? {} : { size: sizeBytes }),
      ...(width === null || height === null ? {} : { width, height }),
      remoteUrl,
      remoteKey,
    }
    return {
      purpose: 'Creates a project that holds the asset - tracks and items are yours to add',
      path: '/v1/projects',
      body: { title: 'YOUR_TITLE', editorState: editorState(entry) },
    }
  },
}

/** Indream docs, "Create project": all of it is asked for, `stateSchemaVersion` by the schema of Indream's own client. */
function editorState(asset: Json): Json {
  return {
    stateSchemaVersion: 'v1',
    timebaseTicksPerSecond: 240_000,
    compositionWidth: 1920,
    compositionHeight: 1080,
    outputRatio: '16:9',
    globalBackground: { type: 'none' },
    tracks: [{ id: 'track-1', items: [], hidden: false, muted: false }],
    assets: { 'wharf-asset': asset },
    items: {},
    transitions: {},
    deletedAssets: [],
  }
}
