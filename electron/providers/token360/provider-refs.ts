// Turns the references that Token360 keeps to other providers into copyable values.
import type { AssetValue } from '../../../shared/model/asset.ts'
import { asText, isObject } from '../../http/json.ts'

const MOST_REFS = 20
const DEEPEST = 4
/** Whose account it is, or a way into it: nobody copies that by accident. */
const PRIVATE = /(tenant|user|account|team)[-_]?(id|name)?$|token$|secret|password|api[-_]?key/i

/** Its shape is documented nowhere, so whatever has a name and a text is taken, up to a bound. */
export function providerRefValues(refs: unknown): readonly AssetValue[] {
  return leavesOf(refs, 'providerRefs', 0)
    .slice(0, MOST_REFS)
    .map(([name, value]) => ({
      name,
      label: name.replace(/^providerRefs\.?/, '') || 'Provider',
      value,
      note: null,
    }))
}

function leavesOf(node: unknown, name: string, depth: number): readonly (readonly [string, string])[] {
  const text = asText(node)
  if (text !== null) return [[name, text]]
  if (depth === DEEPEST || (!isObject(node) && !Array.isArray(node))) return []
  return Object.entries(node)
    .filter(([key]) => !PRIVATE.test(key))
    .flatMap(([key, child]) => leavesOf(child, `${name}.${key}`, depth + 1))
}
