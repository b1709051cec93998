// Keeps browsers from talking to the sandbox: by rebinding a name to this machine, or from a page's script.
import type { IncomingHttpHeaders } from 'node:http'
import { jsonReply } from './reply.ts'
import type { Reply } from './reply.ts'

/** The refusal for a request that was not addressed to this very server, or was made by a page; else null. */
export function refuseForeignRequest(headers: IncomingHttpHeaders, port: number): Reply | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (headers.host === undefined || !hosts.includes(headers.host.toLowerCase())) {
    return jsonReply(403, { error: 'This server answers only to its own loopback address.' })
  }
  if (headers.origin !== undefined)
    return jsonReply(403, { error: 'This server does not talk to web pages.' })
  return null
}
