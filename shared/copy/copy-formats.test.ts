// Tests each form of copying byte for byte, for each provider.
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { CopyFormatId } from '../model/copy-template.ts'
import { manifestOf, PROVIDER_IDS } from '../providers/index.ts'
import { apiRequest } from './api-request.ts'
import { COPY_FORMAT_IDS, copyFormat } from './copy-formats.ts'
import type { CopiedAsset } from './copied-asset.ts'
import { sampleAsset, without } from './sample-asset.testkit.ts'
import { writeCopies } from './write-copies.ts'

const written = (format: CopyFormatId, ...assets: readonly CopiedAsset[]) =>
  writeCopies(assets, copyFormat(format)).text
const reason = (format: CopyFormatId, asset: CopiedAsset) => writeCopies([asset], copyFormat(format)).reason

describe('values', () => {
  it.each(PROVIDER_IDS)('%s: ID, URL, Markdown, HTML', (id) => {
    const asset = sampleAsset(id)
    expect({
      id: written('id', asset),
      url: written('url', asset),
      markdown: written('markdown', asset),
      html: written('html', asset),
    }).toMatchSnapshot()
  })

  it('are one a line for several', () => {
    const two = [sampleAsset('konpro'), sampleAsset('token360')]
    expect(written('id', ...two)).toBe('asset_12\nua_123')
    expect(written('url', ...two)).toBe('https://files.konpro.ai/12.png\nhttps://cdn.token360.ai/ua_123.png')
  })

  it('show film and sound by their own elements', () => {
    expect(written('html', sampleAsset('konpro', { kind: 'video' }))).toBe(
      '<video src="https://files.konpro.ai/12.png" title="cat.png" width="640" height="480" controls></video>',
    )
    expect(written('html', sampleAsset('konpro', { kind: 'audio' }))).toBe(
      '<audio src="https://files.konpro.ai/12.png" title="cat.png" controls></audio>',
    )
    expect(written('html', sampleAsset('konpro', { kind: 'other' }))).toBe(
      '<a href="https://files.konpro.ai/12.png">cat.png</a>',
    )
    expect(written('markdown', sampleAsset('konpro', { kind: 'video' }))).toBe(
      '[cat.png](<https://files.konpro.ai/12.png>)',
    )
  })

  it('never put an address into a page that a browser would run', () => {
    const asset = sampleAsset('konpro', {
      values: [{ name: 'url', label: 'URL', value: 'javascript:alert(1)', note: null }],
    })
    expect(written('html', asset)).toBe('cat.png: <code>asset_12</code>')
  })

  it('leave out what has no URL, and say why', () => {
    const bare = without(sampleAsset('konpro'), 'url')
    expect(writeCopies([bare, sampleAsset('indream')], copyFormat('url'))).toEqual({
      text: 'https://cdn.indream.ai/uploads/cat.png',
      writtenCount: 1,
      leftOutCount: 1,
      reason: { code: 'no-url' },
    })
    expect(written('url', bare)).toBeNull()
    expect(written('markdown', bare)).toBe('cat.png: `asset_12`')
  })
})

describe('tables', () => {
  it('CSV has a header, and ends each line as RFC 4180 wants it', () => {
    const asset = sampleAsset('onemin', { name: '=cat, "big".png', sha256: null })
    expect(written('csv', asset, sampleAsset('token360'))).toMatchSnapshot()
  })

  it('JSON is an object for one, a list for several', () => {
    const one = written('json', sampleAsset('konpro')) ?? ''
    expect(one).toMatchSnapshot()
    const two = [sampleAsset('konpro', { name: 'a\u2028b\n"c' }), sampleAsset('token360')]
    const list: unknown = JSON.parse(written('json', ...two) ?? '')
    expect(list).toEqual(two.map((asset) => JSON.parse(written('json', asset) ?? '') as unknown))
  })

  it('takes a time that no calendar has for none', () => {
    expect(written('json', sampleAsset('konpro', { createdAtMs: 1e20 }))).toContain('"created": null')
  })
})

describe('code', () => {
  const KINDS = ['image', 'video', 'audio', 'other'] as const
  const cases = PROVIDER_IDS.flatMap((id) => KINDS.map((kind) => [id, kind] as const))

  it.each(PROVIDER_IDS)('%s', (id) => {
    for (const format of ['curl', 'javascript', 'python'] as const)
      expect(written(format, sampleAsset(id))).toMatchSnapshot(format)
  })

  it.each([
    ['konpro', 'image', '/v1/photo_avatar/avatar_group/add', { image_keys: ['img_key_12'] }],
    ['konpro', 'audio', '/v1/video/generate', { video_inputs: [{ voice: { audio_asset_id: 'asset_12' } }] }],
    [
      'konpro',
      'video',
      '/v1/template/YOUR_TEMPLATE_ID/generate',
      { variables: { YOUR_VARIABLE: { type: 'video', properties: { asset_id: 'asset_12' } } } },
    ],
    ['onemin', 'image', '/api/features', { promptObject: { imageUrl: 'images/2024_cat.png' } }],
    ['onemin', 'audio', '/api/features', { promptObject: { audioUrl: 'images/2024_cat.png' } }],
    ...(['image', 'video', 'audio'] as const).map(
      (kind) =>
        [
          'indream',
          kind,
          '/v1/projects',
          { editorState: { assets: { 'wharf-asset': { type: kind, remoteKey: 'uploads/cat.png' } } } },
        ] as const,
    ),
    ['token360', 'image', '/v1/videos', { frame_images: [{ image_url: { url: 'asset://ua_123' } }] }],
    ['token360', 'video', '/v1/videos', { input_references: [{ video_url: { url: 'asset://ua_123' } }] }],
    ['token360', 'audio', '/v1/videos', { input_references: [{ audio_url: { url: 'asset://ua_123' } }] }],
  ] as const)('%s takes an asset of type %s at %s', (id, kind, path, body) => {
    const url = `${manifestOf(id).origins.api}${path}`
    expect(apiRequest(sampleAsset(id, { kind }))).toMatchObject({ url, body })
  })

  it.each([
    ['konpro', 'other'],
    ['onemin', 'video'],
    ['onemin', 'other'],
    ['indream', 'other'],
    ['token360', 'other'],
  ] as const)('%s has no call for an asset of type %s', (id, kind) => {
    expect(reason('curl', sampleAsset(id, { kind }))).toMatchObject({ code: 'no-call' })
  })

  it('goes to the account’s own address', () => {
    const server = { kind: 'custom', address: 'http://127.0.0.1:4000/konpro/' } as const
    expect(written('curl', sampleAsset('konpro', {}, server))).toContain(
      "curl -X POST 'http://127.0.0.1:4000/konpro/v1/photo_avatar/avatar_group/add' \\",
    )
  })

  it('says of an asset in the sandbox that the provider does not have it', () => {
    expect(written('python', sampleAsset('token360', {}, { kind: 'sandbox' }))).toContain(
      '# The asset is in the sandbox of Wharf - the provider itself does not have it.\n',
    )
  })

  it('is not written without the value that the API takes', () => {
    for (const format of ['curl', 'javascript', 'python'] as const) {
      expect(reason(format, without(sampleAsset('konpro'), 'image_key'))).toEqual({
        code: 'no-call',
        reason:
          'KonPro takes a picture by its image key, which only the answer to an upload tells. This one was not uploaded with Wharf.',
      })
      for (const [id, name] of [
        ['onemin', 'key'],
        ['indream', 'fileKey'],
        ['token360', 'assetUri'],
      ] as const)
        expect(written(format, without(sampleAsset(id), name))).toBeNull()
    }
  })

  const hostile = PROVIDER_IDS.flatMap((id) => {
    const asset = sampleAsset(id, { name: 'it\'s "$(touch x)" `y` \\ \n#.png' })
    return [asset, sampleAsset(id, { kind: 'audio' })]
  })
  it.each([
    ['curl', 'sh', ['-n']],
    ['javascript', process.execPath, ['--input-type=module', '--check']],
    ['python', 'python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())']],
  ] as const)(
    '%s: the language itself has nothing to object, one below the other',
    (format, command, args) => {
      const { status, stderr } = spawnSync(command, args, {
        input: written(format, ...hostile) ?? '',
        encoding: 'utf8',
      })
      expect(stderr).toBe('')
      expect(status).toBe(0)
    },
  )

  it('runs: what curl is given is what was written', () => {
    const [asset] = hostile
    if (!asset) throw new Error('No asset')
    const script = `curl() { for word; do printf '%s\\0' "$word"; done; }\nKONPRO_API_KEY=secret\n${written('curl', asset) ?? ''}`
    const words = spawnSync('sh', ['-s'], { input: script, encoding: 'utf8' }).stdout.split('\0')
    expect(words.slice(0, 6)).toEqual([
      '-X',
      'POST',
      'https://api.konpro.ai/v1/photo_avatar/avatar_group/add',
      '-H',
      'x-api-key: secret',
      '-H',
    ])
    expect(JSON.parse(words.at(-2) ?? '')).toEqual({
      group_id: 'YOUR_GROUP_ID',
      image_keys: ['img_key_12'],
      name: asset.item.name,
    })
  })

  it('has comments in which no shell finds anything to do', () => {
    for (const [id, kind] of cases)
      for (const line of (written('curl', sampleAsset(id, { kind }, { kind: 'sandbox' })) ?? '').split('\n'))
        if (line.startsWith('#')) expect(line).toMatch(/^# [\w .-]+$/)
  })
})

it('every form knows how to write something of every provider', () => {
  for (const id of PROVIDER_IDS)
    for (const format of COPY_FORMAT_IDS) expect(written(format, sampleAsset(id))).not.toBeNull()
})
