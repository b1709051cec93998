// The first thing anyone sees: what Wharf does, and the two ways to begin.
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { en } from '../../i18n/en.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { Emblem } from '../../ui/icons/emblem.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { trySandbox } from './account-actions.ts'

const STEP_ICONS = ['file', 'upload', 'copy'] as const

export function Welcome() {
  const [isStarting, setIsStarting] = useState(false)
  const startSandbox = async () => {
    setIsStarting(true)
    await trySandbox()
    setIsStarting(false)
  }
  return (
    <div className="welcome">
      <div className="welcome-card">
        <Emblem size={56} />
        <h1>{en.welcome.title}</h1>
        <p className="welcome-lead">{en.welcome.lead}</p>
        <ol className="welcome-steps">
          {en.welcome.steps.map((step, index) => (
            <li key={step}>
              <Icon name={STEP_ICONS[index] ?? 'file'} size={20} />
              {step}
            </li>
          ))}
        </ol>
        <div className="welcome-ways">
          <div className="welcome-way">
            <Button
              className="button button-primary button-large"
              onPress={() => openDialog({ kind: 'add-account' })}
            >
              <Icon name="add" />
              {en.accounts.add}
            </Button>
            <p>{en.welcome.add}</p>
          </div>
          <div className="welcome-way">
            <Button
              className="button button-plain button-large"
              isDisabled={isStarting}
              onPress={() => void startSandbox()}
            >
              {isStarting ? <Spinner /> : <Icon name="play" />}
              {isStarting ? en.accounts.sandboxStarting : en.accounts.trySandbox}
            </Button>
            <p>{en.welcome.sandbox}</p>
          </div>
        </div>
      </div>
    </div>
  )
}
