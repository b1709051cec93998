// Every word of the page about assets that are deleted or forgotten, in English.

export const enRemoval = {
  removal: {
    deleteButton: 'Delete…',
    forgetButton: 'Forget here…',
    delete: {
      titleOne: 'Delete {name}?',
      title: { one: 'Delete {count} asset?', other: 'Delete {count} assets?' },
      confirm: 'Delete',
      busy: 'Deleting {done} of {count}…',
    },
    forget: {
      titleOne: 'Forget {name}?',
      title: { one: 'Forget {count} asset?', other: 'Forget {count} assets?' },
      confirm: 'Forget',
      busy: 'Forgetting {done} of {count}…',
    },
    /** Some deleted, the others only forgotten. */
    both: {
      titleOne: 'Remove {name}?',
      title: { one: 'Remove {count} asset?', other: 'Remove {count} assets?' },
      confirm: 'Remove',
      busy: 'Removing {done} of {count}…',
    },
    gone: {
      one: 'The copy at {provider} is deleted for good.',
      other: 'The {count} copies at {provider} are deleted for good.',
    },
    idEnds: {
      one: 'Its ID stops working wherever it is used.',
      other: 'Their IDs stop working wherever they are used.',
    },
    recordToo: {
      one: 'Wharf’s own record of it goes as well. The file on this computer stays.',
      other: 'Wharf’s own record of them goes as well. The files on this computer stay.',
    },
    recordOnly: {
      one: 'Only Wharf’s own record of it goes. The asset stays at {provider}, and its ID keeps working.',
      other:
        'Only Wharf’s own record of all {count} goes. The assets stay at {provider}, and their IDs keep working.',
    },
    recordOnlyRest: {
      one: 'Of the other one, only Wharf’s own record goes. It stays at {provider}, and its ID keeps working.',
      other:
        'Of the other {count}, only Wharf’s own record goes. They stay at {provider}, and their IDs keep working.',
    },
    keepId: 'Copy what you still need first: Wharf may not be able to find it again.',
    deleted: { one: '{count} asset deleted', other: '{count} assets deleted' },
    forgotten: { one: '{count} asset forgotten', other: '{count} assets forgotten' },
    notDeleted: {
      title: { one: '{count} asset was not deleted', other: '{count} assets were not deleted' },
      nothing: 'Nothing was deleted.',
      maybe: 'It may be deleted all the same: refresh to see.',
    },
    notForgotten: {
      title: { one: '{count} asset was not forgotten', other: '{count} assets were not forgotten' },
      nothing: 'Wharf’s record of it is as it was.',
      maybe: 'Wharf’s record of it may be gone all the same: refresh to see.',
    },
    notRemoved: { one: '{count} asset was not removed', other: '{count} assets were not removed' },
  },
} as const
