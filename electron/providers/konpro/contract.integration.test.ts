// Runs the contract suite against KonPro's adapter.
import { samplePictureOf } from '../contract-bench.testkit.ts'
import { describeProvider } from '../contract.testkit.ts'
import { konproProvider } from './adapter.ts'

describeProvider(konproProvider, {
  fileOf: samplePictureOf,
  pageNaming: (cursor) =>
    JSON.stringify({ assets: [{ id: 'asset_1', file_type: 'image' }], token: cursor, has_more: true }),
  containersPage: (ids, next) =>
    JSON.stringify({
      folders: ids.map((id) => ({ id, name: `Folder ${id}` })),
      token: next,
      has_more: next !== null,
    }),
})
