// Opens everything the app keeps on disk, gathering what has to be told about it.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Notice } from '../../shared/model/notice.ts'
import { DEFAULT_SETTINGS } from '../../shared/model/default-settings.ts'
import { settingsFileSchema } from '../../shared/model/settings-file.ts'
import { accountFileSchema } from '../accounts/accounts.ts'
import { keyFileSchema } from '../accounts/vault.ts'
import type { Platform, Shape } from '../platform.ts'
import { openDatabase } from '../store/open-database.ts'

export function openStores(platform: Platform, nowMs: number) {
  const notices: Notice[] = []
  const tell = (notice: Omit<Notice, 'id'>) => notices.push({ id: randomUUID(), ...notice })

  function openJson<T>(name: string, shape: Shape<T>, fallback: T, code: Notice['code']) {
    const { file, setAsideAs } = platform.openJsonFile(name, shape, fallback)
    if (setAsideAs !== null) tell({ code, fileName: setAsideAs })
    return file
  }

  const { database, notice } = openDatabase(join(platform.dataFolder, 'wharf.db'), nowMs)
  if (notice) tell(notice)
  return {
    notices,
    database,
    settings: openJson('settings', settingsFileSchema, DEFAULT_SETTINGS, 'settings-set-aside'),
    accounts: openJson('accounts', accountFileSchema, { accounts: [] }, 'accounts-set-aside'),
    keys: openJson('keys', keyFileSchema, {}, 'keys-set-aside'),
  }
}
