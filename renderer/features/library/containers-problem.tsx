// Says above the library that the account's containers could not be listed.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import type { ContainerView } from './use-container-view.ts'

type Props = { readonly account: AccountView; readonly view: ContainerView }

export function ContainersProblem({ account, view: { noun, containers } }: Props) {
  if (containers.failure === null) return null
  const { what, next } = failureText(containers.failure, manifestOf(account.providerId).displayName)
  return (
    <div className="refresh-problem" role="alert">
      <Icon name="alert" />
      <p>
        {fill(en.containers.failed, { noun })} {what} {next}
      </p>
      <Button size="small" icon="refresh" onPress={containers.retry}>
        {en.app.retry}
      </Button>
    </div>
  )
}
