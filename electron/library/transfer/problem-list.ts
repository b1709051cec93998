// Counts what was wrong in a file, keeping the first of it.
import type { RowProblem, RowProblems } from '../../../shared/model/transfer.ts'

const MOST_KEPT = 20

export function createProblemList() {
  const first: RowProblem[] = []
  let count = 0
  return {
    add: (problem: RowProblem) => {
      count += 1
      if (first.length < MOST_KEPT) first.push(problem)
    },
    all: (): RowProblems => ({ count, first }),
  }
}
