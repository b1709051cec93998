// Calls about the accounts as a list: their order, or all of them as a file.
import { readAccountsFile, sortImport, writeAccountsFile } from '../../accounts/accounts-file.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

const FILE_KIND = { name: 'Wharf accounts', extension: 'json' }

type Names = `accounts.${'reorder' | 'export' | 'import'}`

export function accountListHandlers(services: Services): Pick<Handlers, Names> {
  const { accounts, platform, events } = services
  return {
    'accounts.reorder': ({ accountIds }) => {
      accounts.reorder(accountIds)
      events.push({ type: 'accounts.reordered', accountIds: accounts.all().map(({ id }) => id) })
      return {}
    },
    'accounts.export': async () => {
      const path = await platform.chooseSaveFile({
        title: 'Export accounts',
        kind: FILE_KIND,
        fileName: 'wharf-accounts.json',
      })
      if (path === null) return null
      const exported = accounts.all()
      return { fileName: await writeAccountsFile(path, exported), count: exported.length }
    },
    'accounts.import': async () => {
      const path = await platform.chooseOpenFile({ title: 'Import accounts', kind: FILE_KIND })
      if (path === null) return null
      const read = await readAccountsFile(path)
      if (read.some(({ server }) => server.kind === 'sandbox')) await services.startSandbox()
      const { added, skipped } = sortImport(read, accounts.all())
      for (const account of added) {
        const view = services.toAccountView(accounts.add({ ...account, key: null }))
        events.push({ type: 'account.changed', account: view })
      }
      return {
        addedCount: added.length,
        needKeyCount: added.filter(({ server }) => server.kind !== 'sandbox').length,
        skipped: skipped.map(({ name }) => name),
      }
    },
  }
}
