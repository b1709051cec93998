// Checks what goes along with an account's uploads against its provider's manifest.
import { failure, WharfError } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import { checkUploadFields, givenFields, type UploadFields } from '../../shared/upload-fields.ts'
import { providerOf } from '../providers/registry.ts'
import type { Services } from './services.ts'

/** Throws `input-invalid` for what the provider would refuse, `account-unknown` for an account that is gone. */
export function checkFields(
  { accounts }: Pick<Services, 'accounts'>,
  accountId: AccountId,
  typed: UploadFields,
): UploadFields {
  const fields = givenFields(typed)
  if (checkUploadFields(fields, providerOf(accounts.get(accountId).providerId).manifest).length > 0)
    throw new WharfError(failure('input-invalid', 'not-sent'))
  return fields
}
