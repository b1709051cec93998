// Calls that take assets out of Wharf: what is known of them, all that the record finds, their local files.
import { copyFormat, type CopyFormat } from '../../../shared/copy/copy-formats.ts'
import { templateFormat } from '../../../shared/copy/template-format.ts'
import { failure, WharfError } from '../../../shared/errors.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { COPY_LIMITS } from '../../../shared/model/copy-limits.ts'
import { manifestOf, PROVIDER_IDS } from '../../../shared/providers/index.ts'
import { withAnnotation } from '../../library/annotations.ts'
import { recordPage } from '../../library/list-assets.ts'
import { withMeasure } from '../../library/measures.ts'
import { recordedItem } from '../../library/recorded-item.ts'
import { marksOf } from '../../library/search-marks.ts'
import { sourceFile } from '../../library/source-file.ts'
import { writePages } from '../../library/write-pages.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

/** Read in one go while nothing else runs: a few milliseconds. */
const PAGE_SIZE = 1000
const PROVIDERS = PROVIDER_IDS.map((id) => ({ id, displayName: manifestOf(id).displayName }))

type Names = 'library.recorded' | 'library.copyRecord' | 'assets.dragOut'

export function copyHandlers({
  accounts,
  annotations,
  measures,
  nowMs,
  platform,
  record,
  seenUrls,
  settings,
}: Services): Pick<Handlers, Names> {
  const find = (assets: readonly Asset[]) =>
    assets.flatMap(({ accountId, primaryId }) => record.find(accountId, primaryId) ?? [])
  const asKnown = (item: LibraryItem) => withAnnotation(withMeasure(item, measures), annotations)
  const formatOf = (form: Form): CopyFormat => {
    if ('format' in form) return copyFormat(form.format)
    const template = settings.get().copyTemplates.find(({ id }) => id === form.templateId)
    if (!template) throw new WharfError(failure('input-invalid', 'not-sent'))
    return templateFormat(template)
  }
  return {
    'library.recorded': ({ assets }) => ({ items: find(assets).map(recordedItem).map(asKnown) }),
    'library.copyRecord': async ({ query, form }) => {
      const all = {
        ...query,
        marksOf: marksOf({ accounts: accounts.all(), providers: PROVIDERS }),
        nowMs: nowMs(),
      }
      const isIdAlone = 'format' in form && form.format === 'id'
      const { text, isTooLong, ...counts } = await writePages({
        pageAfter: (cursor) => {
          const page = recordPage({ ...all, cursor, limit: PAGE_SIZE }, { record, seenUrls })
          return isIdAlone ? page : { ...page, items: page.items.map(asKnown) }
        },
        accounts: accounts.all(),
        format: formatOf(form),
        longest: COPY_LIMITS.clipboard,
      })
      if (text !== null && text !== '') await platform.writeClipboard(text)
      return { outcome: isTooLong ? 'too-long' : text ? 'copied' : 'nothing', ...counts }
    },
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
type Form = Parameters<Handlers['library.copyRecord']>[0]['form']
