// Decides which addresses may leave this computer in a file.

/**
 * An address with a query may be signed, and whoever holds it can fetch the file; one that is not https, or that names
 * a user, is nobody else's. Those stay here: the provider hands out new ones.
 */
export function mayTravel(text: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return true
  if (!URL.canParse(text)) return false
  const { protocol, search, hash, username, password } = new URL(text)
  return protocol === 'https:' && search + hash + username + password === ''
}
