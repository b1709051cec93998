// Deletes one asset at its provider, after which the record forgets it.
import { failure, WharfError } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Source } from './list-assets.ts'
import type { RecordIndex } from './record.ts'

/** Throws `input-invalid` where the provider deletes nothing, else its failure; then the record stays as it is. */
export async function removeAsset(
  accountId: AccountId,
  primaryId: string,
  { provider: { adapter }, call }: Source,
  record: RecordIndex,
): Promise<void> {
  if (!adapter.remove) throw new WharfError(failure('input-invalid', 'not-sent'))
  const remove = adapter.remove.bind(adapter)
  await call((_, context) => remove(context, primaryId))
  record.remove(accountId, primaryId)
}
