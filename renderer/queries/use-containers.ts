// The folders, projects or groups of an account.
import { useQuery } from '@tanstack/react-query'
import type { Failure } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { CallOutput } from '../../shared/ipc/contract.ts'
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

/** null: nothing is asked for. */
export function useContainers(accountId: AccountId | null): Containers {
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
