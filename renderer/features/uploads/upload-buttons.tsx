// What can be done with one job in the state it is in.
import type { MouseEvent } from 'react'
import type { JobView } from '../../../shared/model/job.ts'
import { en } from '../../i18n/en.ts'
import { copyText } from '../../stores/copy-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { can } from './job-verbs.ts'
import { perform } from './upload-actions.ts'

type Props = {
  readonly job: JobView
  /** Whether Tab comes by: only in the row that has the keyboard's attention. */
  readonly isTabStop: boolean
  readonly onMore: (event: MouseEvent<HTMLElement>) => void
}

export function UploadButtons({ job, isTabStop, onMore }: Props) {
  const { id, assetId } = job
  const isSentWhole = useQueueStore(
    (state) => (state.progress.get(id)?.sentBytes ?? 0) >= job.sizeBytes && job.status === 'uploading',
  )
  const ids = [id]
  const tab = { excludeFromTabOrder: !isTabStop }
  return (
    <span className="row-buttons">
      {assetId === null ? null : (
        <CopyButton look="text" label={en.uploads.copyId} copy={() => copyText(assetId)} {...tab} />
      )}
      {can('retry', job) ? (
        <IconButton icon="refresh" label={en.uploads.retry} onPress={() => perform('retry', ids)} {...tab} />
      ) : null}
      {can('pause', job) && !isSentWhole ? (
        <IconButton icon="pause" label={en.uploads.pause} onPress={() => perform('pause', ids)} {...tab} />
      ) : null}
      {can('resume', job) ? (
        <IconButton icon="play" label={en.uploads.resume} onPress={() => perform('resume', ids)} {...tab} />
      ) : null}
      {can('cancel', job) ? (
        <IconButton icon="close" label={en.uploads.cancel} onPress={() => perform('cancel', ids)} {...tab} />
      ) : null}
      {can('remove', job) ? (
        <IconButton icon="close" label={en.uploads.remove} onPress={() => perform('remove', ids)} {...tab} />
      ) : null}
      <button
        type="button"
        className="icon-button row-more"
        aria-label={en.queue.more}
        aria-haspopup="menu"
        tabIndex={isTabStop ? 0 : -1}
        onClick={onMore}
      >
        <Icon name="more" />
      </button>
    </span>
  )
}
