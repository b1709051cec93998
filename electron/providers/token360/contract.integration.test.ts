// Runs the contract suite against Token360's adapter.
import { samplePictureOf } from '../contract-bench.testkit.ts'
import { describeProvider } from '../contract.testkit.ts'
import { token360Provider } from './adapter.ts'

describeProvider(token360Provider, {
  fileOf: samplePictureOf,
  containersPage: (ids, next) =>
    JSON.stringify({
      code: 0,
      data: {
        list: ids.map((groupId) => ({ groupId, name: `Group ${groupId}` })),
        pagination: { total: next === null ? ids.length : 10_000 },
      },
    }),
})
