// The file of accounts without keys that a person carries to another computer.
import { basename } from 'node:path'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { failure, WharfError } from '../../shared/errors.ts'
import { accountColourSchema, accountNameSchema, serverSchema } from '../../shared/model/account.ts'
import { providerIdSchema } from '../../shared/providers/provider-id.ts'
import type { Account, NewAccount } from './accounts.ts'
import { parseServerAddress } from './server-address.ts'

const MOST_BYTES = 4 * 1024 * 1024

const carriedSchema = z.object({
  providerId: providerIdSchema,
  name: accountNameSchema,
  server: serverSchema,
  colour: accountColourSchema,
  isDisabled: z.boolean(),
})
const accountsFileSchema = z.object({
  format: z.literal('wharf-accounts'),
  version: z.literal(1),
  accounts: z.array(carriedSchema).max(10_000),
})

/** Throws `export-unwritable`. Returns the file's name. */
export async function writeAccountsFile(path: string, accounts: readonly Account[]): Promise<string> {
  const content: z.infer<typeof accountsFileSchema> = {
    format: 'wharf-accounts',
    version: 1,
    accounts: accounts.map(({ providerId, name, server, colour, isDisabled }) => ({
      providerId,
      name,
      server,
      colour,
      isDisabled,
    })),
  }
  try {
    await writeFile(path, `${JSON.stringify(content, null, 2)}\n`)
  } catch (error) {
    throw new WharfError(failure('export-unwritable', 'not-sent'), { cause: error })
  }
  return basename(path)
}

/** Throws `file-unreadable`, `accounts-file-invalid`, or `address-not-allowed` for a server no key may go to. */
export async function readAccountsFile(path: string): Promise<readonly NewAccount[]> {
  const parsed = accountsFileSchema.safeParse(parseJson(await readText(path)))
  if (!parsed.success) throw new WharfError(failure('accounts-file-invalid', 'not-sent'))
  return parsed.data.accounts.map((account) => {
    if (account.server.kind !== 'custom') return account
    const address = parseServerAddress(account.server.address)
    return { ...account, server: address === null ? { kind: 'provider' } : { kind: 'custom', address } }
  })
}

/** Splits what was read into accounts to add and those that are here already: same provider, name and server. */
export function sortImport(
  read: readonly NewAccount[],
  present: readonly Account[],
): { readonly added: readonly NewAccount[]; readonly skipped: readonly NewAccount[] } {
  const known = new Set(present.map(likenessOf))
  const added: NewAccount[] = []
  const skipped: NewAccount[] = []
  for (const account of read) {
    const likeness = likenessOf(account)
    if (known.has(likeness)) skipped.push(account)
    else added.push(account)
    known.add(likeness)
  }
  return { added, skipped }
}

/** What two computers call the same account, whose ids differ. */
export function likenessOf({ providerId, name, server }: NewAccount): string {
  return JSON.stringify([providerId, name, server.kind, server.kind === 'custom' ? server.address : null])
}

async function readText(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return ''
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new WharfError(failure('file-unreadable', 'not-sent'), { cause: error })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
