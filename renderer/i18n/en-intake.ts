// Every word of the page about files on their way into the queue, in English.

export const enIntake = {
  known: {
    title: { one: '{count} file is already there', other: '{count} files are already there' },
    lead: {
      one: 'Wharf compared its content and did not send it again. Its ID is below.',
      other: 'Wharf compared their content and did not send them again. Their IDs are below.',
    },
    leadQueued: {
      one: 'Wharf compared its content and did not add it again.',
      other: 'Wharf compared their content and did not add them again.',
    },
    uploaded: 'In {account} since {date}, as {name}',
    queued: 'On its way to {account} already, as {name}',
    more: { one: 'and {count} more', other: 'and {count} more' },
    skip: 'Skip',
    uploadAnyway: 'Upload anyway',
    copyIds: { one: 'Copy the ID', other: 'Copy {count} IDs' },
    always: 'Do this every time',
    skipped: {
      one: '{count} file not sent, it is already there',
      other: '{count} files not sent, they are already there',
    },
    setting: 'Files already there',
    settingHint: 'What happens when you drop content that the account has.',
    settings: { ask: 'Ask', skip: 'Skip', upload: 'Upload anyway' },
  },
  intake: {
    walking: {
      one: 'Looking through folders: {count} file so far',
      other: 'Looking through folders: {count} files so far',
    },
    looking: 'Looking at {done} of {count} files',
    giveUp: 'Cancel',
    hidden: {
      one: '{count} hidden file or folder left out',
      other: '{count} hidden files or folders left out',
    },
    links: { one: '{count} link left out', other: '{count} links left out' },
    linked: { one: '{count} link followed to its file', other: '{count} links followed to their files' },
  },
  fanOut: {
    alsoTo: 'Also send to',
    several: 'Several accounts…',
    dropSeveral: 'Drop to choose several accounts',
    addHint: 'or drop on another account; hold {key} over one to add it',
    accounts: '{count} accounts',
    refusedBy: '{account}: {reason}',
  },
  locate: {
    button: 'Locate…',
    otherTitle: 'This is another file',
    otherLead: '{name} does not have the content of {file}, which you dropped.',
    sendOther: 'Send it instead',
    refused: 'Not sent: {reason}',
  },
} as const
