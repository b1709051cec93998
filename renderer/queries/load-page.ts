// Asks main for one page of a library.
import type { Cursor } from '../../shared/ids.ts'
import type { LibraryPage } from '../../shared/model/library-page.ts'
import { bridge } from '../bridge/bridge.ts'
import { unwrap } from '../bridge/unwrap.ts'
import type { LibrarySource } from './library-source.ts'

/** @throws CallFailed */
export function loadPage(source: LibrarySource, cursor: Cursor | null): Promise<LibraryPage> {
  const { calls } = bridge()
  if (source.from === 'provider') {
    const { accountId, containerId, kind } = source
    return unwrap(calls['library.page']({ accountId, containerId, kind, cursor }))
  }
  const { accountId, containerId, kind, search, sinceMs, state, tag, sort } = source
  return unwrap(
    calls['library.record']({ accountId, containerId, kind, search, sinceMs, state, tag, sort, cursor }),
  )
}
