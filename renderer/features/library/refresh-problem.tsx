// Says that what is shown could not be brought up to date, above what is shown.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import type { Library } from '../../queries/use-library.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'

type Props = { readonly library: Library; readonly account: AccountView | null }

/** An empty library says so itself, in the place of its assets. */
export function RefreshProblem({ library: { items, problem, retry }, account }: Props) {
  if (problem === null || problem.at !== 'refresh' || items.length === 0) return null
  const provider = account ? manifestOf(account.providerId).displayName : en.app.service
  const { what, next } = failureText(problem.failure, provider)
  return (
    <div className="refresh-problem" role="alert">
      <Icon name="alert" />
      <p>
        {en.library.refreshFailed} {what} {next}
      </p>
      <Button size="small" icon="refresh" onPress={retry}>
        {en.app.retry}
      </Button>
    </div>
  )
}
