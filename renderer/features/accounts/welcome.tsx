// The first thing anyone sees: what Wharf does, and the two ways to begin.
import { Button } from 'react-aria-components'
import { manifestOf, PROVIDER_IDS } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { Emblem } from '../../ui/icons/emblem.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useSandbox } from './use-sandbox.ts'

const PROVIDERS = new Intl.ListFormat('en', { type: 'disjunction' }).format(
  PROVIDER_IDS.map((id) => manifestOf(id).displayName),
)
const STEP_ICONS = ['file', 'upload', 'copy'] as const

export function Welcome() {
  const { isStarting, start } = useSandbox()
  const found = useAppStore((state) => state.environmentKeys)
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
            <p>{fill(en.welcome.add, { providers: PROVIDERS })}</p>
          </div>
          <div className="welcome-way">
            <Button
              className="button button-plain button-large"
              isDisabled={isStarting}
              onPress={() => void start()}
            >
              {isStarting ? <Spinner /> : <Icon name="play" />}
              {isStarting ? en.accounts.sandboxStarting : en.accounts.trySandbox}
            </Button>
            <p>{en.welcome.sandbox}</p>
          </div>
        </div>
        {found.length === 0 ? null : (
          <div className="found-keys">
            {found.map(({ providerId, variable }) => (
              <Button
                key={providerId}
                className="button button-plain button-small"
                onPress={() => openDialog({ kind: 'add-account', foundKeyOf: providerId })}
              >
                <Icon name="key" />
                {fill(en.addAccount.useFound, { variable })}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}
