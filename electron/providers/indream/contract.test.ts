// Runs the contract suite against Indream's adapter.
import { samplePng } from '../../sandbox/sample-files.testkit.ts'
import { describeProvider } from '../contract.testkit.ts'
import { indreamProvider } from './adapter.ts'

describeProvider(indreamProvider, {
  fileOf: (sizeBytes) => {
    const head = samplePng()
    const bytes = Buffer.concat([
      head,
      Buffer.alloc(Math.max(0, sizeBytes - head.byteLength), sizeBytes % 251),
    ])
    return {
      bytes,
      facts: { name: 'picture.png', sizeBytes: bytes.byteLength, modifiedAtMs: 0, mimeType: 'image/png' },
    }
  },
  pageNaming: (cursor) =>
    JSON.stringify({ data: [{ assetId: 'asset-1', type: 'IMAGE' }], meta: { nextPageCursor: cursor } }),
})
