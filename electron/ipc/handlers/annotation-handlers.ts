// Calls about one asset as a person sees it: their own words on it, its file, its address.
import { failure, WharfError } from '../../../shared/errors.ts'
import { annotateAsset } from '../../library/annotate-asset.ts'
import { sourceFile } from '../../library/source-file.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Names = 'library.tags' | `assets.${'annotate' | 'reveal' | 'openUrl'}`
type Used = Pick<Services, 'annotations' | 'record' | 'seenUrls' | 'platform' | 'isWritable'>

export function annotationHandlers({
  annotations,
  record,
  seenUrls,
  platform,
  isWritable,
}: Used): Pick<Handlers, Names> {
  return {
    'library.tags': () => ({ tags: annotations.tags() }),
    'assets.annotate': ({ accountId, primaryId, ...change }) => {
      if (!isWritable) throw new WharfError(failure('database-newer', 'not-sent'))
      return annotateAsset(accountId, primaryId, change, { annotations, record })
    },
    'assets.reveal': async ({ accountId, primaryId }) => {
      const entry = record.find(accountId, primaryId)
      const path = entry && (await sourceFile(entry))
      if (path === null) throw new WharfError(failure('file-missing', 'not-sent'))
      platform.revealFile(path)
      return {}
    },
    'assets.openUrl': async ({ accountId, primaryId, agreedHost }) => {
      const url = seenUrls.find(accountId, primaryId) ?? record.find(accountId, primaryId)?.asset.url ?? null
      const address = url !== null && URL.canParse(url) ? new URL(url) : null
      if (address?.protocol !== 'https:') throw new WharfError(failure('not-found', 'not-sent'))
      const { host } = address
      // The address may have changed since the person was asked.
      const isOpened = host === agreedHost
      if (isOpened) await platform.openInBrowser(address)
      return { isOpened, host }
    },
  }
}
