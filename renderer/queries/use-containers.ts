// The folders, projects or groups of an account.
import { useQuery } from '@tanstack/react-query'
import type { Failure } from '../../shared/errors.ts'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import type { AccountView } from '../../shared/model/account.ts'
import { bridge } from '../bridge/bridge.ts'
import { CallFailed } from '../bridge/call-failed.ts'
import { INTERNAL_FAILURE } from '../bridge/internal-failure.ts'
import { unwrap } from '../bridge/unwrap.ts'

export type Container = CallOutput<'library.containers'>['containers'][number]

export type Containers = {
  readonly list: readonly Container[]
  readonly isLoading: boolean
  readonly failure: Failure | null
  readonly retry: () => void
}

const NONE: readonly Container[] = []

/** Nothing is asked for without an account, nor of a disabled one. */
export function useContainers(account: Pick<AccountView, 'id' | 'isDisabled'> | null): Containers {
  const accountId = account === null || account.isDisabled ? null : account.id
  const query = useQuery({
    queryKey: ['containers', accountId],
    queryFn: () =>
      accountId === null
        ? Promise.resolve({ containers: NONE })
        : unwrap(bridge().calls['library.containers']({ accountId })),
    enabled: accountId !== null,
  })
  const { error, isFetching, refetch } = query
  return {
    list: query.data?.containers ?? NONE,
    isLoading: isFetching && query.data === undefined,
    failure:
      error === null || isFetching ? null : error instanceof CallFailed ? error.failure : INTERNAL_FAILURE,
    retry: () => void refetch(),
  }
}
