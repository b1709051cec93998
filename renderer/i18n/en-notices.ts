// What Wharf itself has to say when it starts: one message for every notice.
import type { Notice } from '../../shared/model/notice.ts'

export const enNotices = {
  'settings-set-aside':
    'The settings file was damaged. Wharf kept it as {file} and started with its defaults. Set your theme and view again.',
  'accounts-set-aside':
    'The list of accounts was damaged. Wharf kept it as {file} and started without it. Add your accounts again.',
  'keys-set-aside':
    'The file of keys was damaged. Wharf kept it as {file}. Enter the key of each account again.',
  'database-set-aside':
    'The database was damaged. Wharf kept it as {file} and started a new one. The assets at your providers are untouched.',
  'database-newer':
    'The database was written by a newer Wharf. It is open for reading only, and nothing new is sent. Update Wharf to go on.',
  'record-unwritable':
    'Wharf cannot write to its data folder, so nothing new is sent. Free some space on the disk: it goes on by itself.',
} as const satisfies Record<Notice['code'], string>

export const enNoticeFile = 'a copy'
