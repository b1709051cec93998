// Runs the contract suite against Indream's adapter.
import { samplePictureOf } from '../contract-bench.testkit.ts'
import { describeProvider } from '../contract.testkit.ts'
import { indreamProvider } from './adapter.ts'

describeProvider(indreamProvider, {
  fileOf: samplePictureOf,
  pageNaming: (cursor) =>
    JSON.stringify({ data: [{ assetId: 'asset-1', type: 'IMAGE' }], meta: { nextPageCursor: cursor } }),
  containersPage: (ids, next) =>
    JSON.stringify({
      data: ids.map((projectId) => ({ projectId, title: `Project ${projectId}` })),
      meta: { nextPageCursor: next },
    }),
})
