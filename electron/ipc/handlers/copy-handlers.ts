// Calls that take assets out of Wharf: what is known of them, their local files.
import { failure, WharfError } from '../../../shared/errors.ts'
import { recordedItem } from '../../library/recorded-item.ts'
import { sourceFile } from '../../library/source-file.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function copyHandlers({
  record,
  platform,
}: Pick<Services, 'record' | 'platform'>): Pick<Handlers, 'library.recorded' | 'assets.dragOut'> {
  const find = (assets: readonly Asset[]) =>
    assets.flatMap(({ accountId, primaryId }) => record.find(accountId, primaryId) ?? [])
  return {
    'library.recorded': ({ assets }) => ({ items: find(assets).map(recordedItem) }),
    'assets.dragOut': async ({ assets }) => {
      const files = await Promise.all(find(assets).map(sourceFile))
      const paths = [...new Set(files.filter((path) => path !== null))]
      if (paths.length === 0) throw new WharfError(failure('file-missing', 'not-sent'))
      await platform.dragFiles(paths)
      return { count: paths.length }
    },
  }
}

type Asset = Parameters<Handlers['assets.dragOut']>[0]['assets'][number]
