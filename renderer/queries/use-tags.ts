// Every tag in use on this computer.
import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import { bridge } from '../bridge/bridge.ts'
import { unwrap } from '../bridge/unwrap.ts'

export const TAGS_KEY = ['tags'] as const

export type TagCount = CallOutput<'library.tags'>['tags'][number]

const NONE: readonly TagCount[] = []

/** None while they are not known. */
export function useTags(): readonly TagCount[] {
  const query = useQuery({ queryKey: TAGS_KEY, queryFn: () => unwrap(bridge().calls['library.tags']({})) })
  return query.data?.tags ?? NONE
}
