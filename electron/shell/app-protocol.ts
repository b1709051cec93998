// Serves the page from app://wharf out of a fixed map of built files.
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol } from 'electron'

export const PAGE_ORIGIN = 'app://wharf'
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: app-media:",
  'media-src blob: app-media:',
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    {
      scheme: 'app-media',
      privileges: { standard: true, secure: true, stream: true, corsEnabled: true },
    },
  ])
}

/** Only paths of the map are answered, so a request has no way to name any other file. */
export function servePage(folder: string): void {
  protocol.handle('app', async (request) => {
    const { origin, pathname } = originOf(request.url)
    const file = origin === PAGE_ORIGIN ? builtFiles(folder).get(pathname) : undefined
    if (request.method !== 'GET' || file === undefined) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  })
}

/** `URL.origin` is "null" for schemes that the URL standard does not know. */
function originOf(address: string) {
  const { protocol: scheme, host, pathname } = new URL(address)
  return { origin: `${scheme}//${host}`, pathname }
}

function builtFiles(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    names.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [file.slice(folder.length).split(sep).join('/'), file]
    }),
  )
}
