// Stands in for the window until main has said what there is, or why it cannot.
import type { AppState } from './stores/app-store.ts'
import { failureText } from './format/failure-text.ts'
import { en } from './i18n/en.ts'
import { Button } from './ui/button.tsx'
import { EmptyState } from './ui/empty-state.tsx'
import { FailureNote } from './ui/failure-note.tsx'

type Props = { readonly start: Exclude<AppState['start'], 'ready'>; readonly onRetry: () => void }

export function StartScreen({ start, onRetry }: Props) {
  if (start === 'loading')
    return (
      <main className="start" aria-busy="true">
        <span className="sr-only">{en.app.loading}</span>
      </main>
    )
  return (
    <main className="start">
      <h1 className="sr-only">{en.app.name}</h1>
      <div role="alert">
        <EmptyState
          icon="alert"
          tone="problem"
          title={en.app.startFailed}
          buttons={
            <Button look="primary" icon="refresh" onPress={onRetry}>
              {en.app.tryAgain}
            </Button>
          }
        >
          <FailureNote
            text={failureText(start, en.app.name)}
            provider={en.app.name}
            quote={start.providerMessage}
          />
        </EmptyState>
      </div>
    </main>
  )
}
