// Says under the toolbar what goes along with the open account's uploads.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { uploadOptionsText } from '../../format/upload-options-text.ts'
import { en } from '../../i18n/en.ts'
import { useContainers } from '../../queries/use-containers.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { useUploadFields } from '../../stores/upload-fields.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'

export function OptionsLine({ account }: { readonly account: AccountView }) {
  const manifest = manifestOf(account.providerId)
  const fields = useUploadFields(account)
  const hasPlace = manifest.uploadFields.some(
    ({ kind, name }) => kind === 'container' && fields[name] !== undefined,
  )
  const { list } = useContainers(hasPlace && !account.isDisabled ? account.id : null)
  const text = uploadOptionsText(
    fields,
    manifest,
    (containerId) => list.find(({ id }) => id === containerId)?.name ?? containerId,
  )
  if (text === null) return null
  return (
    <div className="options-line">
      <Icon name="upload" size={14} />
      <p>
        <bdi>{text}</bdi>
      </p>
      <Button
        look="quiet"
        size="small"
        onPress={() => openDialog({ kind: 'upload-options', accountId: account.id, retries: false })}
      >
        {en.options.change}
      </Button>
    </div>
  )
}
