// Makes certificates for tests at run time: of an authority of the test's own, or signed by themselves.
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

export type Certificate = { readonly cert: string; readonly key: string }
export type Authority = Certificate & { readonly name: string; readonly signingKey: KeyObject }

type Wanted = {
  /** An address of four numbers. */
  readonly address: string
  readonly fromMs: number
  readonly toMs: number
  /** null: signed by itself. */
  readonly authority: Authority | null
}

const DAY_MS = 86_400_000
const ECDSA_WITH_SHA256 = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'))
const COMMON_NAME = Buffer.from('0603550403', 'hex')
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex')
const ALTERNATIVE_NAME = Buffer.from('0603551d11', 'hex')
const TRUE = Buffer.from('0101ff', 'hex')

/** One piece of DER: tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

function nameOf(text: string): Buffer {
  return der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from(text)))))
}

function timeOf(atMs: number): Buffer {
  const digits = new Date(atMs).toISOString().replace(/\D/g, '').slice(0, 14)
  return der(0x18, Buffer.from(`${digits}Z`))
}

function extension(id: Buffer, isCritical: boolean, content: Buffer): Buffer {
  return der(0x30, id, ...(isCritical ? [TRUE] : []), der(0x04, content))
}

type Body = {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  readonly fromMs: number
  readonly toMs: number
  readonly extensions: readonly Buffer[]
}

function signed(body: Body, signingKey: KeyObject): string {
  const content = der(
    0x30,
    der(0xa0, Buffer.from('020102', 'hex')),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    nameOf(body.issuer),
    der(0x30, timeOf(body.fromMs), timeOf(body.toMs)),
    nameOf(body.subject),
    body.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...body.extensions)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, signingKey))
  const base64 = der(0x30, content, ECDSA_WITH_SHA256, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
}

function freshKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { publicKey, privateKey, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string }
}

export function makeAuthority(name: string): Authority {
  const { publicKey, privateKey, key } = freshKeys()
  const span = { fromMs: Date.now() - DAY_MS, toMs: Date.now() + DAY_MS }
  const extensions = [extension(BASIC_CONSTRAINTS, true, der(0x30, TRUE))]
  const cert = signed({ subject: name, issuer: name, publicKey, ...span, extensions }, privateKey)
  return { name, cert, key, signingKey: privateKey }
}

export function makeCertificate({ address, fromMs, toMs, authority }: Wanted): Certificate {
  const { publicKey, privateKey, key } = freshKeys()
  const alternative = der(0x30, der(0x87, Buffer.from(address.split('.').map(Number))))
  const extensions = [extension(ALTERNATIVE_NAME, false, alternative)]
  const subject = `server at ${address}`
  const body = { subject, issuer: authority?.name ?? subject, publicKey, fromMs, toMs, extensions }
  return { cert: signed(body, authority?.signingKey ?? privateKey), key }
}
