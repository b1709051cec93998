// Runs the contract suite against KonPro's adapter.
import { samplePng } from '../../sandbox/sample-files.testkit.ts'
import { describeProvider } from '../contract.testkit.ts'
import { konproProvider } from './adapter.ts'

describeProvider(konproProvider, {
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
    JSON.stringify({ assets: [{ id: 'asset_1', file_type: 'image' }], token: cursor, has_more: true }),
})
