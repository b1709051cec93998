// How many uploads run at once, and how fast they may be; every change counts at once.
import { useState } from 'react'
import type { AccountId } from '../../../shared/ids.ts'
import { UPLOAD_LIMITS } from '../../../shared/model/upload-limits.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { updateSettings } from '../../stores/settings-actions.ts'
import { CheckInput } from '../../ui/check-input.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { LEAST_MEGABYTES, MOST_MEGABYTES, readLimit, writeLimit } from './speed-limit.ts'

const FIRST_LIMIT = 1_000_000

function countsTo(most: number) {
  return Array.from({ length: most }, (_, index) => {
    const value = String(index + 1)
    return { value, label: value }
  })
}

export function UploadSettings() {
  const atOnce = useAppStore((state) => state.settings.uploadsAtOnce)
  return (
    <>
      <div>
        <dt>{en.uploadSettings.title}</dt>
        <dd className="settings-fields">
          <SelectInput
            label={en.uploadSettings.atOnce}
            value={String(atOnce)}
            options={countsTo(UPLOAD_LIMITS.atOnce.most)}
            onChange={(count) => updateSettings({ uploadsAtOnce: Number(count) })}
          />
          <AccountLimits />
        </dd>
      </div>
      <div>
        <dt>{en.uploadSettings.speed}</dt>
        <dd className="settings-fields">
          <SpeedLimit />
        </dd>
      </div>
    </>
  )
}

function AccountLimits() {
  const accounts = useAccountsStore((state) => state.accounts)
  const limits = useAppStore((state) => state.settings.uploadsAtOnceByAccount)
  if (accounts.length === 0) return null
  const change = (accountId: AccountId, count: number) =>
    updateSettings({ uploadsAtOnceByAccount: { ...limits, [accountId]: count } })
  return (
    <>
      {accounts.map(({ id, name, providerId }) => {
        const { parallelUploads } = manifestOf(providerId).limits
        const count = Math.min(parallelUploads, limits[id] ?? parallelUploads)
        return (
          <SelectInput
            key={id}
            label={fill(en.uploadSettings.atOnceOf, { name })}
            value={String(count)}
            options={countsTo(parallelUploads)}
            onChange={(chosen) => change(id, Number(chosen))}
          />
        )
      })}
      <span className="field-hint">{en.uploadSettings.perAccountHint}</span>
    </>
  )
}

function SpeedLimit() {
  const limit = useAppStore((state) => state.settings.uploadBytesPerSecond)
  const [typed, setTyped] = useState(() => writeLimit(limit ?? FIRST_LIMIT))
  const isValid = readLimit(typed) !== null
  const choose = (isLimited: boolean) => {
    const bytesPerSecond = readLimit(typed) ?? FIRST_LIMIT
    if (!isValid) setTyped(writeLimit(bytesPerSecond))
    updateSettings({ uploadBytesPerSecond: isLimited ? bytesPerSecond : null })
  }
  const type = (text: string) => {
    setTyped(text)
    const bytesPerSecond = readLimit(text)
    if (bytesPerSecond !== null) updateSettings({ uploadBytesPerSecond: bytesPerSecond })
  }
  return (
    <>
      <CheckInput label={en.uploadSettings.limitSpeed} isSelected={limit !== null} onChange={choose} />
      {limit === null ? null : (
        <TextInput
          label={en.uploadSettings.limit}
          value={typed}
          onChange={type}
          hint={en.uploadSettings.limitHint}
          error={
            isValid
              ? null
              : fill(en.uploadSettings.limitError, { least: LEAST_MEGABYTES, most: MOST_MEGABYTES })
          }
        />
      )}
    </>
  )
}
