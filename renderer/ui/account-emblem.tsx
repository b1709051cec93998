// An account's initials on its colour, beside its name.
import { initialsOf } from '../format/initials.ts'

type Props = { readonly name: string; readonly colour: string; readonly isDimmed?: boolean }

export function AccountEmblem({ name, colour, isDimmed = false }: Props) {
  return (
    <span
      className="account-emblem"
      data-colour={colour}
      data-dimmed={isDimmed || undefined}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  )
}
