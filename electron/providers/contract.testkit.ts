// The contract suite: what every adapter must do, run against the sandbox over real HTTP.
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createBench, failureOf, KEY, type Fields, type FileOf } from './contract-bench.testkit.ts'
import { ANSWER_CASES } from './contract-cases.testkit.ts'
import { describeContainers, type ContainersPage } from './contract-containers.testkit.ts'
import { describeFileNames } from './contract-file-name.testkit.ts'
import { describeLateListing } from './contract-late-listing.testkit.ts'
import { describeOneAsset } from './contract-one-asset.testkit.ts'
import { describeRedirects } from './contract-redirects.testkit.ts'
import type { CallContext, Provider } from './provider.ts'

type Samples = {
  readonly fileOf: FileOf
  /** Where the provider lists assets: an answer that names the cursor it was asked with as the next one. */
  readonly pageNaming?: (cursor: string) => string
  /** Where the provider has containers. */
  readonly containersPage?: ContainersPage
}

export function describeProvider(provider: Provider, samples: Samples): void {
  const { adapter, manifest } = provider
  const { fileOf, pageNaming } = samples
  const bench = createBench(provider, fileOf)
  const { contextWith, requestFor, upload, misbehave, requestsBy } = bench

  describe(`${manifest.displayName}: upload`, () => {
    it.each([1, 100, 65_536, 1_048_577, 5_000_003])(
      'sends a file of %i bytes unchanged',
      async (extraBytes) => {
        const file = fileOf(extraBytes + 64)
        const request = await requestFor(file)
        const asset = await adapter.upload(contextWith(), request)
        const [entry] = bench.sandbox().ledger.committed()
        expect(entry?.sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'))
        expect(request.body.sha256()).toBe(entry?.sha256)
        expect(Number(entry?.headers['content-length'])).toBeGreaterThanOrEqual(file.bytes.byteLength)
        expect(entry?.headers).not.toHaveProperty('transfer-encoding')
        expect(asset.primaryId).toBe(entry?.committedAssetId)
        expect(asset.values[0]?.value).toBe(asset.primaryId)
      },
    )

    it('uses one connection for uploads in a row', async () => {
      for (let i = 0; i < 5; i += 1) await upload()
      expect(bench.sandbox().ledger.maxConcurrent()).toBe(1)
      expect(bench.sandbox().ledger.committed()).toHaveLength(5)
    })

    it.each(ANSWER_CASES)('says $code ($delivery) when $title', async ({ fault, code, delivery, also }) => {
      misbehave(fault)
      const failure = await failureOf(upload())
      expect(failure).toMatchObject({ code, delivery, ...also })
      expect(requestsBy('POST')).toHaveLength(1)
    })

    it('knows a lost reply for what it is: committed once, and unknown', async () => {
      misbehave({ kind: 'commit-then-drop' })
      expect(await failureOf(upload())).toMatchObject({ code: 'connection-lost', delivery: 'unknown' })
      expect(bench.sandbox().ledger.committed()).toHaveLength(1)
    })

    it('takes an error envelope in a success for a refusal', async () => {
      misbehave({ kind: 'error-in-success' })
      expect(await failureOf(upload())).toMatchObject({ delivery: 'refused' })
    })

    it('sends nothing when it was aborted before', async () => {
      const failure = await failureOf(upload(1000, { signal: AbortSignal.abort() }))
      expect(failure).toMatchObject({ code: 'cancelled', delivery: 'not-sent' })
      expect(bench.sandbox().ledger.entries()).toHaveLength(0)
    })

    it('closes the socket when it is aborted in the body', async () => {
      const abort = new AbortController()
      misbehave({ kind: 'slow-reader', bytesPerSecond: 4_000_000 })
      const request = await requestFor(fileOf(30_000_000))
      const failing = failureOf(adapter.upload(contextWith({ signal: abort.signal }), request))
      await bench.sandbox().ledger.waitFor(({ bytesReceived }) => bytesReceived > 0)
      abort.abort()
      expect(await failing).toMatchObject({ code: 'cancelled', delivery: 'unknown' })
      expect(request.body.isHandedOver()).toBe(false)
      const entry = await bench.sandbox().ledger.waitFor(({ endedAtMs }) => endedAtMs !== null)
      expect(entry).toMatchObject({ aborted: true, committedAssetId: null })
    })

    it('knows that an abort after the body came too late to undo anything', async () => {
      const abort = new AbortController()
      misbehave({ kind: 'silent', commits: true })
      const request = await requestFor(fileOf(1000))
      const failing = failureOf(adapter.upload(contextWith({ signal: abort.signal }), request))
      await bench.sandbox().ledger.waitFor(({ committedAssetId }) => committedAssetId !== null)
      abort.abort()
      expect(await failing).toMatchObject({ code: 'cancelled', delivery: 'unknown' })
      expect(request.body.isHandedOver()).toBe(true)
    })

    it('never lets the key into a failure, even if the provider repeats it', async () => {
      const words = { code: KEY, message: `bad key ${KEY}`, msg: KEY, detail: KEY, title: KEY, type: KEY }
      const codes = { serviceCode: KEY, errorCode: KEY, request_id: KEY, requestId: KEY }
      const body = JSON.stringify({ ...words, ...codes, error: { ...words, ...codes } })
      misbehave({ kind: 'answer', status: 400, body })
      expect(JSON.stringify(await failureOf(upload()))).not.toContain(KEY)
    })
  })

  describe.runIf(adapter.checkCredentials)(`${manifest.displayName}: credentials`, () => {
    const check = async (change: Partial<CallContext> = {}) => adapter.checkCredentials?.(contextWith(change))

    it('accepts a good key', async () => {
      await expect(check()).resolves.toBeUndefined()
    })
    it('reports a refused key', async () => {
      const checking = check({ apiKey: 'sandbox-revoked-1' })
      expect(await failureOf(checking)).toMatchObject({ code: 'key-refused', httpStatus: 401 })
    })
    it('reports a page that is not the API at all', async () => {
      misbehave({ kind: 'answer', status: 200, body: '<html>Sign in to the network</html>' }, 'GET')
      expect(await failureOf(check())).toMatchObject({
        code: 'answer-unreadable',
      })
    })
  })

  describe.runIf(adapter.listPage)(`${manifest.displayName}: list`, () => {
    /** Of a list per container, the first one; what is uploaded goes there. */
    let containerId: string | null
    let fields: Fields
    beforeEach(async () => {
      const isPerContainer = manifest.capabilities.list?.scope === 'container'
      const containers = isPerContainer ? await adapter.listContainers?.(contextWith()) : []
      containerId = containers?.[0]?.id ?? null
      const field = manifest.uploadFields.find(({ kind }) => kind === 'container')
      fields = field && containerId !== null ? { [field.name]: containerId } : {}
    })

    const listPage = async (
      cursor: Parameters<NonNullable<typeof adapter.listPage>>[1]['cursor'],
      limit = 3,
    ) => {
      const page = await adapter.listPage?.(contextWith(), { cursor, kind: null, containerId, limit })
      if (!page) throw new Error('listPage is missing')
      return page
    }

    it('pages to the end, each asset once', async () => {
      const uploaded: string[] = []
      for (let i = 0; i < 8; i += 1) uploaded.push((await upload(200 + i, {}, fields)).primaryId)
      const listed: string[] = []
      let cursor: Parameters<typeof listPage>[0] = null
      do {
        const page = await listPage(cursor)
        listed.push(...page.assets.map(({ primaryId }) => primaryId))
        cursor = page.nextCursor
      } while (cursor)
      expect(listed.toSorted()).toEqual(uploaded.toSorted())
    })

    it('stops at a cursor that repeats itself', async () => {
      for (let i = 0; i < 4; i += 1) await upload(200 + i, {}, fields)
      const { nextCursor } = await listPage(null)
      expect(nextCursor).not.toBeNull()
      misbehave({ kind: 'answer', status: 200, body: pageNaming?.(nextCursor ?? '') ?? '' }, 'GET')
      expect((await listPage(nextCursor)).nextCursor).toBeNull()
    })

    it('says so when the list is no list', async () => {
      misbehave({ kind: 'answer', status: 200, body: '{"assets":"none"}' }, 'GET')
      expect(await failureOf(listPage(null))).toMatchObject({ code: 'answer-unreadable' })
    })
  })

  describeRedirects(provider, bench)
  describeFileNames(provider, bench, fileOf)
  describeOneAsset(provider, bench)
  describeLateListing(provider, bench)
  describeContainers(provider, bench, samples.containersPage)
}
