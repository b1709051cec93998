// Deletes one asset at its provider, after which the record forgets it.
import { failure, WharfError } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Source } from './list-assets.ts'
import type { RecordIndex } from './record.ts'

/**
 * Resolves as well where the provider says that the asset was gone before. Throws `input-invalid` where the provider
 * deletes nothing, else its failure, and then the record stays as it is; `record-unwritable` when the provider has
 * deleted it while the record could not forget it, which a later try makes up for.
 */
export async function removeAsset(
  accountId: AccountId,
  primaryId: string,
  { provider: { adapter }, call }: Source,
  record: RecordIndex,
): Promise<void> {
  if (!adapter.remove) throw new WharfError(failure('input-invalid', 'not-sent'))
  const remove = adapter.remove.bind(adapter)
  try {
    await call((_, context) => remove(context, primaryId))
  } catch (error) {
    if (!isGone(error)) throw error
  }
  try {
    record.remove(accountId, primaryId)
  } catch (cause) {
    throw new WharfError(failure('record-unwritable', 'unknown'), { cause })
  }
}

/** A 404 without a code of the provider's own may be about the address, for example a proxy's. */
function isGone(error: unknown): boolean {
  return (
    error instanceof WharfError && error.failure.code === 'not-found' && error.failure.providerCode !== null
  )
}
