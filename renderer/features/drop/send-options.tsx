// The part of the Send dialog that belongs to the chosen account: what goes along with these files, once or always.
import { type SubmitEvent, useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { GrantToken } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { givenFields } from '../../../shared/upload-fields.ts'
import { uploadOptionsText } from '../../format/upload-options-text.ts'
import { en } from '../../i18n/en.ts'
import { useContainerNames } from '../../queries/use-container-names.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { fieldsForNextFiles, saveUploadFields } from '../../stores/upload-fields.ts'
import { CheckInput } from '../../ui/check-input.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { sendGrants } from './send-grants.ts'
import { UploadOptionsInputs } from './upload-options-inputs.tsx'
import { useUploadOptions } from './use-upload-options.ts'

type Props = {
  readonly account: AccountView
  readonly grants: readonly GrantToken[]
  /** Accounts that get them as well, with what they are set to. */
  readonly also: readonly AccountView[]
  readonly formId: string
  readonly isUnfolded: boolean
}

export function SendOptions({ account, grants, also, formId, isUnfolded }: Props) {
  const manifest = manifestOf(account.providerId)
  const options = useUploadOptions(account, fieldsForNextFiles(account))
  const [isOpen, setIsOpen] = useState(isUnfolded)
  const [isKept, setIsKept] = useState(false)
  const nameOf = useContainerNames(account, options.typed)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const fields = options.check()
    if (fields === null) {
      setIsOpen(true)
      return
    }
    if (isKept) saveUploadFields(account, fields)
    closeDialog()
    void sendGrants(grants, [{ account, fields }, ...also.map((other) => ({ account: other }))])
  }
  return (
    <form id={formId} className="form" onSubmit={submit} noValidate>
      {manifest.uploadFields.length === 0 ? null : (
        <Disclosure className="disclosure" isExpanded={isOpen} onExpandedChange={setIsOpen}>
          <Heading level={3}>
            <Button slot="trigger" className="disclosure-button">
              <Icon name="chevron-right" />
              {en.options.button}
            </Button>
          </Heading>
          {isOpen ? null : (
            <p className="disclosure-summary">
              <bdi>
                {uploadOptionsText(givenFields(options.typed), manifest, nameOf) ?? en.options.noneSet}
              </bdi>
            </p>
          )}
          <DisclosurePanel className="disclosure-panel">
            {isOpen ? (
              <div className="form">
                <UploadOptionsInputs {...options} />
                <CheckInput label={en.options.remember} isSelected={isKept} onChange={setIsKept} />
              </div>
            ) : null}
          </DisclosurePanel>
        </Disclosure>
      )}
    </form>
  )
}
