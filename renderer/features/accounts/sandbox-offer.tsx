// Offers the sandbox to whoever opened Add account without a key.
import { en } from '../../i18n/en.ts'
import { finishAddAccount } from '../../stores/dialog-actions.ts'
import { Button } from '../../ui/button.tsx'
import { useSandbox } from './use-sandbox.ts'

export function SandboxOffer() {
  const { isOffered, isStarting, start } = useSandbox()
  const enter = async () => {
    if (await start()) finishAddAccount()
  }
  if (!isOffered && !isStarting) return null
  return (
    <p className="sandbox-offer">
      {en.addAccount.noKeyAtHand}
      <Button size="small" icon="play" isBusy={isStarting} onPress={() => void enter()}>
        {isStarting ? en.accounts.sandboxStarting : en.accounts.trySandbox}
      </Button>
    </p>
  )
}
