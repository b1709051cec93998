// Finds one of an asset's values by the name that its provider gives it.
import type { LibraryItem } from './asset.ts'

export function valueNamed({ values }: Pick<LibraryItem, 'values'>, name: string): string | null {
  return values.find((value) => value.name === name)?.value ?? null
}
