// Runs the contract suite against 1min.ai's adapter.
import { samplePictureOf } from '../contract-bench.testkit.ts'
import { describeProvider } from '../contract.testkit.ts'
import { oneminProvider } from './adapter.ts'

describeProvider(oneminProvider, { fileOf: samplePictureOf })
