// Compiles the C sink where there is a compiler, then runs it: one door for plain HTTP, one for TLS.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const SOURCE = join('bench', 'fast-sink.c')

const tallySchema = z.object({ connections: z.number(), requests: z.number(), bodyBytes: z.number() })
export type Tally = z.infer<typeof tallySchema>

export type FastSink = {
  readonly origin: string
  /** null: this machine lacks OpenSSL's headers or its command, so TLS is not measured. */
  readonly secure: { readonly origin: string; readonly certificate: string } | null
  /** What came in since the last call. */
  readonly tally: () => Promise<Tally>
  readonly close: () => void
}

/** null: no C compiler on this machine, so there is nothing fast enough to measure against. */
export async function startFastSink(folder: string): Promise<FastSink | null> {
  const program = join(folder, 'fast-sink')
  const certificate = makeCertificate(folder)
  const hasTls = certificate !== null && compile(program, ['-DWITH_TLS'], ['-lssl', '-lcrypto'])
  if (!hasTls && !compile(program, [], [])) return null
  const child = spawn(program, hasTls ? [certificate.withKey] : [], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [ports] = (await once(child.stdout, 'data')) as [Buffer]
  const [plainPort = '', securePort = ''] = ports.toString().trim().split(' ')
  const origin = `http://127.0.0.1:${plainPort}`
  return {
    origin,
    secure: hasTls ? { origin: `https://127.0.0.1:${securePort}`, certificate: certificate.path } : null,
    tally: async () => tallySchema.parse(await (await fetch(`${origin}/tally`)).json()),
    close: () => {
      child.kill()
    },
  }
}

function compile(program: string, flags: readonly string[], libraries: readonly string[]): boolean {
  const args = ['-O2', '-D_GNU_SOURCE', '-pthread', ...flags, '-o', program, SOURCE, ...libraries]
  try {
    execFileSync('cc', args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Self-signed for this one run. */
function makeCertificate(folder: string) {
  const path = join(folder, 'certificate.pem')
  const key = join(folder, 'key.pem')
  const withKey = join(folder, 'certificate-with-key.pem')
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  try {
    execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', path], { stdio: 'ignore' })
  } catch {
    return null
  }
  writeFileSync(withKey, Buffer.concat([readFileSync(path), readFileSync(key)]))
  return { path, withKey }
}
