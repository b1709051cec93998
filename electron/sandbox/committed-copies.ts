// Counts how often the same file was committed.

export type CommittedFile = {
  /** As the request named it; null where a request names no file. */
  readonly name: string | null
  readonly sizeBytes: number
  readonly sha256: string
}

export type Copies = CommittedFile & { readonly count: number }

/** In the order of their first commit; the same bytes under another name are another file. */
export function copiesIn(files: readonly CommittedFile[]): readonly Copies[] {
  const byLikeness = new Map<string, Copies>()
  for (const file of files) {
    const likeness = JSON.stringify([file.name, file.sizeBytes, file.sha256])
    byLikeness.set(likeness, { ...file, count: (byLikeness.get(likeness)?.count ?? 0) + 1 })
  }
  return [...byLikeness.values()]
}
