// The projects that are in every Indream account of the sandbox.
import { pageTokenAfter, readPageToken } from './page-token.ts'
import type { JsonValue } from './reply.ts'

export type Project = {
  readonly projectId: string
  readonly title: string
  readonly description: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

const PROJECTS: readonly Project[] = [
  {
    projectId: '5b2f8c1e-7d34-4c0a-9e6b-1f2a3c4d5e6f',
    title: 'Harbour film',
    description: 'Two minutes for the opening',
    createdAt: '2026-01-12T08:30:00.000Z',
    updatedAt: '2026-03-02T16:05:00.000Z',
  },
  {
    projectId: '0c9d7e52-3a41-4f88-b1c6-8e7f6a5b4c3d',
    title: 'Podcast covers',
    description: null,
    createdAt: '2026-02-03T10:00:00.000Z',
    updatedAt: '2026-02-03T10:00:00.000Z',
  },
  {
    projectId: 'e4a1b6d8-92c7-4e15-8f30-6d5c4b3a2918',
    title: 'Übersicht & Entwürfe',
    description: '',
    createdAt: '2026-02-20T19:45:00.000Z',
    updatedAt: '2026-02-28T07:15:00.000Z',
  },
]

export function findProject(projectId: string): Project | null {
  // UUIDs are the same in either case.
  return PROJECTS.find((project) => project.projectId === projectId.toLowerCase()) ?? null
}

/** A page of them, in the order in which they were made; null: no cursor of this list. */
export function projectPage(cursor: string | null, pageSize: number): JsonValue | null {
  const first = cursor === null ? 0 : readPageToken(cursor)
  if (first === null) return null
  const next = first + pageSize
  return {
    data: PROJECTS.slice(first, next),
    meta: { nextPageCursor: next < PROJECTS.length ? pageTokenAfter(next) : null },
  }
}
