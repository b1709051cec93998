// What each error means to a person: what happened, what Wharf did, what they can do.
import type { ErrorCode } from '../../shared/errors.ts'

export type ErrorText = { readonly what: string; readonly did: string; readonly next: string }

const notSent = 'Wharf sent nothing.'
const stopped = 'Wharf stopped this upload.'
const held = 'Wharf put this account’s uploads on hold.'
const retries = 'Wharf tries again by itself.'
const refusedOnly = 'Wharf did not send it again.'

export const enErrors = {
  'file-missing': {
    what: 'The file is no longer where it was.',
    did: notSent,
    next: 'Put it back and retry, or show Wharf where it is now.',
  },
  'file-changed': {
    what: 'The file changed while it was in the queue.',
    did: stopped,
    next: 'Retry to send it as it is now.',
  },
  'file-replaced': {
    what: 'Another file, or a link, has taken the place of this one.',
    did: stopped,
    next: 'Retry to send what is there now.',
  },
  'file-denied': {
    what: 'This computer does not let Wharf read the file.',
    did: stopped,
    next: 'Check its permissions, then retry.',
  },
  'file-locked': {
    what: 'Another program is using the file.',
    did: stopped,
    next: 'Close it there, then retry.',
  },
  'file-unreadable': {
    what: 'The file cannot be read from its drive.',
    did: stopped,
    next: 'Check that the drive is connected and sound, then retry.',
  },
  'key-missing': {
    what: 'There is no API key for this account.',
    did: held,
    next: 'Enter the key.',
  },
  'key-refused': {
    what: '{provider} did not accept the API key.',
    did: held,
    next: 'Check the key, then enter it again.',
  },
  'not-eligible': {
    what: 'This account may not use the API.',
    did: held,
    next: 'See what your plan at {provider} includes, then retry.',
  },
  'payment-required': {
    what: 'The account at {provider} has no credit left.',
    did: held,
    next: 'Top it up at {provider}, then retry.',
  },
  'storage-full': {
    what: '{provider} has no room left for this account’s files.',
    did: held,
    next: 'Delete files there or ask for more room, then resume the account.',
  },
  'request-blocked': {
    what: 'A firewall in front of {provider}, or on the way there, blocked the request.',
    did: refusedOnly,
    next: 'Check VPN and proxy, or try another network, then retry.',
  },
  'request-invalid': {
    what: '{provider} did not accept this request.',
    did: refusedOnly,
    next: 'Read what {provider} says, then retry.',
  },
  'not-found': {
    what: '{provider} does not know this address or asset.',
    did: refusedOnly,
    next: 'Check the server address under the account, then retry.',
  },
  'container-required': {
    what: '{provider} wants to know which group this file goes to.',
    did: refusedOnly,
    next: 'Choose a group in the upload options ("library" is the usual one), then retry.',
  },
  'container-not-found': {
    what: '{provider} does not know the group or project that was chosen.',
    did: refusedOnly,
    next: 'Choose another one in the upload options, then retry.',
  },
  'container-denied': {
    what: 'This account may not upload to the chosen group or project.',
    did: refusedOnly,
    next: 'Choose one of its own, then retry.',
  },
  'container-not-active': {
    what: 'The chosen group is not active at {provider} yet.',
    did: refusedOnly,
    next: 'Wait until {provider} has checked it, or choose another one, then retry.',
  },
  'container-unsuitable': {
    what: 'The chosen group does not take files like this one.',
    did: refusedOnly,
    next: 'Choose another group, then retry.',
  },
  'provider-rejected': {
    what: '{provider} looked at the file and rejected it.',
    did: refusedOnly,
    next: 'Read what {provider} says; another file may pass.',
  },
  'asset-in-use': {
    what: 'The asset is used elsewhere at {provider}, so it cannot be deleted.',
    did: 'Nothing was deleted.',
    next: 'Remove it from the projects that use it, then delete it.',
  },
  conflict: {
    what: '{provider} says that this already exists or is being changed.',
    did: refusedOnly,
    next: 'Look for it in the library before you retry.',
  },
  'too-large': {
    what: 'The file is larger than {provider} takes.',
    did: refusedOnly,
    next: 'Make it smaller and drop it again.',
  },
  'type-unsupported': {
    what: '{provider} does not take this type of file.',
    did: refusedOnly,
    next: 'Convert it and drop it again.',
  },
  'rate-limited': {
    what: '{provider} asks for fewer requests.',
    did: 'Wharf waits as long as it was told, then goes on by itself.',
    next: 'Nothing to do.',
  },
  redirected: {
    what: 'The server pointed to another address.',
    did: 'Wharf did not follow, so your key went nowhere else.',
    next: 'Check the server address under the account.',
  },
  'server-failed': {
    what: '{provider} had a failure of its own.',
    did: refusedOnly,
    next: 'Retry in a moment.',
  },
  'service-unavailable': {
    what: '{provider} is not available at the moment.',
    did: retries,
    next: 'Wait, or retry now.',
  },
  'host-not-found': {
    what: 'The server’s address could not be found.',
    did: retries,
    next: 'Check your connection and the server address.',
  },
  'connection-refused': {
    what: 'No server answers at this address.',
    did: retries,
    next: 'Check the server address, or that the server is running.',
  },
  'connect-timed-out': {
    what: 'The server did not answer in time.',
    did: retries,
    next: 'Check your connection, or retry later.',
  },
  'tls-failed': {
    what: 'The connection is not safe: the server’s certificate does not hold.',
    did: 'Wharf closed it before sending anything.',
    next: 'Check the server address and this computer’s clock.',
  },
  'connection-lost': {
    what: 'The connection broke off.',
    did: stopped,
    next: 'Check your connection, then retry.',
  },
  'upload-stalled': {
    what: 'No bytes went through for a while.',
    did: stopped,
    next: 'Check your connection, then retry.',
  },
  'answer-timed-out': {
    what: '{provider} got the request but did not answer in time.',
    did: 'Wharf stopped waiting.',
    next: 'Look for the file in the library before you send it again.',
  },
  'answer-unreadable': {
    what: 'The answer was not one that {provider} would give.',
    did: 'Wharf took nothing from it.',
    next: 'Check the server address, and whether a login page of your network is in between.',
  },
  'answer-too-large': {
    what: 'The answer was far larger than it should be.',
    did: 'Wharf stopped reading it.',
    next: 'Check the server address, then retry.',
  },
  'asset-id-missing': {
    what: '{provider} said yes but gave no asset ID.',
    did: refusedOnly,
    next: 'Look for the file in the library before you send it again.',
  },
  interrupted: {
    what: 'Wharf ended in the middle of this upload.',
    did: refusedOnly,
    next: 'Look for the file in the library before you send it again.',
  },
  cancelled: {
    what: 'This was cancelled.',
    did: stopped,
    next: 'Retry to send it after all.',
  },
  'account-unknown': {
    what: 'This account is no longer here.',
    did: notSent,
    next: 'Choose another account.',
  },
  'account-disabled': {
    what: 'This account is disabled.',
    did: notSent,
    next: 'Enable it, then retry.',
  },
  'accounts-file-invalid': {
    what: 'This is not a file of accounts that Wharf exported.',
    did: 'Nothing was imported.',
    next: 'Choose a file that was made with Export accounts.',
  },
  'export-unwritable': {
    what: 'The file could not be written there.',
    did: 'Nothing was exported.',
    next: 'Choose another folder, or free some space on the disk.',
  },
  'disk-full': {
    what: 'There is no room left on that drive.',
    did: 'Wharf removed what it had written of the file.',
    next: 'Free some space, or choose another drive.',
  },
  'record-file-invalid': {
    what: 'This is not a record that Wharf exported, or another program has changed it.',
    did: 'Nothing was imported.',
    next: 'Choose a file that was made with Export record. CSV must be saved as UTF-8.',
  },
  'record-file-newer': {
    what: 'This record was exported by a newer Wharf.',
    did: 'Nothing was imported.',
    next: 'Update Wharf on this computer, then import it again.',
  },
  'record-file-too-large': {
    what: 'This file is far larger than any record.',
    did: 'Nothing was imported.',
    next: 'Check that it is the right file.',
  },
  'address-not-allowed': {
    what: 'This server address is not one that Wharf sends keys to.',
    did: notSent,
    next: 'Use an https:// address; plain http:// is for this computer only.',
  },
  'record-unwritable': {
    what: 'Wharf cannot write to its data folder.',
    did: 'Nothing new is sent, so that no result gets lost.',
    next: 'Free some space on the disk: Wharf goes on by itself.',
  },
  'database-newer': {
    what: 'The database was written by a newer Wharf, so this one only reads it.',
    did: notSent,
    next: 'Update Wharf to go on.',
  },
  'input-invalid': {
    what: 'Wharf could not make sense of this input.',
    did: 'Nothing was changed.',
    next: 'Check what you entered.',
  },
  internal: {
    what: 'Something went wrong inside Wharf.',
    did: 'The details are in its log.',
    next: 'Retry; if it happens again, restart Wharf.',
  },
} as const satisfies Record<ErrorCode, ErrorText>
