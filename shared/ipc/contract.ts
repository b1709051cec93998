// The contract between the processes: one schema pair per call.
import { z } from 'zod'
import { accountIdSchema, cursorSchema, grantTokenSchema, intakeIdSchema, jobIdSchema } from '../ids.ts'
import { accountColourSchema, accountNameSchema, accountViewSchema } from '../model/account.ts'
import { annotationSchema, tagSchema } from '../model/annotation.ts'
import { libraryItemSchema } from '../model/asset.ts'
import { COPY_LIMITS } from '../model/copy-limits.ts'
import { copyFormatIdSchema } from '../model/copy-template.ts'
import { mediaKindSchema } from '../model/file-facts.ts'
import { intakeResultSchema } from '../model/intake.ts'
import { jobViewSchema } from '../model/job.ts'
import { assetStateSchema, librarySortSchema } from '../model/library-filter.ts'
import { measureSchema } from '../model/measure.ts'
import { mediaSubjectSchema } from '../model/media-subject.ts'
import { noticeSchema } from '../model/notice.ts'
import { settingsSchema } from '../model/settings.ts'
import {
  accountChoiceSchema,
  importLookSchema,
  importResultSchema,
  recordFormatSchema,
  transferIdSchema,
} from '../model/transfer.ts'
import { problemSchema } from '../preflight.ts'
import { providerIdSchema } from '../providers/provider-id.ts'
import { MAX_THUMBNAIL_BYTES } from '../thumbnail-format.ts'
import type { CallName } from './names.ts'

const MAX_PASTED_BYTES = 64 * 1024 * 1024
/** Values for the `uploadFields` of the provider's manifest; a call fails with `input-invalid` for any other. */
const uploadFieldsSchema = z.record(z.string().max(64), z.string().max(1000))
const nothing = z.object({}).strict()
const apiKeySchema = z.string().trim().min(1).max(4096)
/**
 * null: the key that the environment holds for the provider, which goes to the provider's own address or to this
 * computer; fails with `key-missing` elsewhere, or where there is none.
 */
const chosenKeySchema = apiKeySchema.nullable()
const jobIds = z.object({ jobIds: z.array(jobIdSchema).max(100_000).readonly() })
const grants = z.object({ grants: z.array(grantTokenSchema).max(100_000).readonly() })

/** Empty or null means the provider's own address. */
const serverAddressSchema = z.string().trim().max(2048).nullable()

const containerIdSchema = z.string().min(1).max(512)
const asset = z.object({ accountId: accountIdSchema, primaryId: z.string().min(1).max(4096) })

export const libraryPageSchema = z
  .object({
    items: z.array(libraryItemSchema).readonly(),
    nextCursor: cursorSchema.nullable(),
    /** How many there are on all pages: told with the first page of the record, null where nobody knows. */
    total: z.number().int().nullable(),
  })
  .readonly()
export type LibraryPage = z.infer<typeof libraryPageSchema>

/** Every word must begin one of those that the record knows of an asset. */
const recordQuerySchema = z.object({
  search: z.string().max(200),
  kind: mediaKindSchema.nullable(),
  accountId: accountIdSchema.nullable(),
  containerId: containerIdSchema.nullable().default(null),
  /** Uploaded then or later. */
  sinceMs: z.number().nullable().default(null),
  state: assetStateSchema.nullable().default(null),
  tag: tagSchema.nullable().default(null),
  sort: librarySortSchema.default({ by: 'date', direction: 'descending' }),
})
export type RecordQueryInput = z.infer<typeof recordQuerySchema>

export const contract = {
  /** Everything the page shows at once; `seq` is the number of the last event batch it includes. */
  'app.snapshot': {
    input: nothing,
    output: z.object({
      seq: z.number().int(),
      accounts: z.array(accountViewSchema).readonly(),
      jobs: z.array(jobViewSchema).readonly(),
      settings: settingsSchema,
      notices: z.array(noticeSchema).readonly(),
      recordCount: z.number().int(),
      keyring: z.object({ available: z.boolean(), name: z.string() }),
      /** Providers for which the environment holds a key, with the name of its variable. */
      environmentKeys: z
        .array(z.object({ providerId: providerIdSchema, variable: z.string() }).readonly())
        .readonly(),
    }),
  },
  'accounts.add': {
    input: z.object({
      providerId: providerIdSchema,
      name: accountNameSchema,
      apiKey: chosenKeySchema,
      serverAddress: serverAddressSchema,
    }),
    output: accountViewSchema,
  },
  'accounts.addSandbox': { input: z.object({ providerId: providerIdSchema }), output: accountViewSchema },
  /** Asks the provider whether the key works, with the cheapest documented request; fails with the reason. */
  'accounts.test': {
    input: z.object({
      providerId: providerIdSchema,
      apiKey: chosenKeySchema,
      serverAddress: serverAddressSchema,
    }),
    output: nothing,
  },
  'accounts.setKey': {
    input: z.object({ accountId: accountIdSchema, apiKey: apiKeySchema }),
    output: accountViewSchema,
  },
  /**
   * What is absent stays. A key belongs to the address it was entered for: another address without a key fails with
   * `key-missing`. An account that is disabled lets its running uploads end; the others stay queued.
   */
  'accounts.update': {
    input: z.object({
      accountId: accountIdSchema,
      name: accountNameSchema.optional(),
      colour: accountColourSchema.optional(),
      isDisabled: z.boolean().optional(),
      serverAddress: serverAddressSchema.optional(),
      apiKey: apiKeySchema.optional(),
    }),
    output: accountViewSchema,
  },
  /** Accounts that are not named come last. */
  'accounts.reorder': {
    input: z.object({ accountIds: z.array(accountIdSchema).max(10_000).readonly() }),
    output: nothing,
  },
  /** Lets the account's jobs run again after something held them that no key can mend. */
  'accounts.resume': { input: z.object({ accountId: accountIdSchema }), output: accountViewSchema },
  /** Ends the account's jobs and wipes its key; the record of its assets stays. */
  'accounts.remove': { input: z.object({ accountId: accountIdSchema }), output: nothing },

  /** Asks where to, then writes all accounts without their keys; null: the person changed their mind. */
  'accounts.export': {
    input: nothing,
    output: z.object({ fileName: z.string(), count: z.number().int() }).nullable(),
  },
  /** Adds the accounts of a chosen file; `skipped` names those that are here already. null as above. */
  'accounts.import': {
    input: nothing,
    output: z
      .object({
        addedCount: z.number().int(),
        /** Of those added: the rest are the sandbox's. */
        needKeyCount: z.number().int(),
        /** The names of those that were here already. */
        skipped: z.array(z.string()).readonly(),
      })
      .nullable(),
  },

  'grants.fromPaths': {
    input: z.object({ paths: z.array(z.string().min(1).max(32_768)).max(100_000).readonly() }),
    output: grants,
  },
  /** A picture without a file (a pasted bitmap, an image dragged out of a browser): main writes one. */
  'grants.fromBytes': {
    input: z.object({
      name: z.string().min(1).max(255),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_PASTED_BYTES),
    }),
    output: grants,
  },

  /** All files to all targets, journalled together. Fails with `cancelled` when it is given up meanwhile. */
  'uploads.add': {
    input: grants.extend({
      targets: z
        .array(z.object({ accountId: accountIdSchema, fields: uploadFieldsSchema.default({}) }))
        .min(1)
        .max(1000)
        .readonly(),
      /** False: files whose content the account has already come back as `known`, not sent. */
      sendsKnown: z.boolean().default(false),
      /** For `intake.progressed` events, and to give it up. */
      intakeId: intakeIdSchema.nullable().default(null),
    }),
    output: intakeResultSchema,
  },
  /** Gives up an `uploads.add` that still looks at its files; nothing of it is sent. */
  'uploads.giveUp': { input: z.object({ intakeId: intakeIdSchema }), output: nothing },
  /**
   * Points a job whose file is missing to where it is now, through the system's own dialog; null: the person changed
   * their mind. Another content is not sent: it comes back as a grant, for a second call to agree to.
   */
  'uploads.locate': {
    input: z.object({ jobId: jobIdSchema, agreed: grantTokenSchema.nullable() }),
    output: z
      .union([
        z.object({ isSent: z.literal(true) }),
        z.object({ isSent: z.literal(false), problem: problemSchema }),
        z.object({ isSent: z.literal(false), other: grantTokenSchema, name: z.string() }),
      ])
      .nullable(),
  },
  /** A running upload whose bytes have not all left is broken off; one that only awaits its answer runs on. */
  'uploads.pause': { input: jobIds, output: nothing },
  'uploads.resume': { input: jobIds, output: nothing },
  'uploads.cancel': { input: jobIds, output: nothing },
  /** With fields: they replace what the jobs were added with. */
  'uploads.retry': { input: jobIds.extend({ fields: uploadFieldsSchema.optional() }), output: nothing },
  /** Looks once more in the account for the files of unconfirmed jobs. */
  'uploads.check': { input: jobIds, output: nothing },
  /** The person's word on unconfirmed jobs: send the file once more, or take it as uploaded. */
  'uploads.settle': {
    input: jobIds.extend({ as: z.enum(['upload-again', 'done']) }),
    output: nothing,
  },
  /** Takes finished jobs off the queue; others are left alone. */
  'uploads.clear': { input: jobIds, output: nothing },
  /** In the order in which they are now; `next`: before every job that waits for its turn. */
  'uploads.move': {
    input: jobIds.extend({
      to: z.union([z.enum(['next', 'last']), z.object({ before: jobIdSchema }).readonly()]),
    }),
    output: nothing,
  },

  /** Where a provider lists per container, null shows what was uploaded from here instead. */
  'library.page': {
    input: z.object({
      accountId: accountIdSchema,
      containerId: containerIdSchema.nullable(),
      kind: mediaKindSchema.nullable(),
      cursor: cursorSchema.nullable(),
    }),
    output: libraryPageSchema,
  },
  /** The local record across accounts; every word must begin one of name, IDs, tags, note, account, provider or type. */
  'library.record': {
    input: recordQuerySchema.extend({
      /** Of the same sort; fails with `input-invalid` otherwise. */
      cursor: cursorSchema.nullable(),
    }),
    output: libraryPageSchema,
  },
  /**
   * Asks where to, then writes entries into a file; null: the person changed their mind. `items`: what is not in the
   * record among them goes as it is given here. Fails with `cancelled` when it is given up.
   */
  'record.export': {
    input: z.object({
      transferId: transferIdSchema,
      format: recordFormatSchema,
      scope: z.discriminatedUnion('of', [
        z.object({ of: z.literal('record') }),
        z.object({ of: z.literal('query'), query: recordQuerySchema }),
        z.object({ of: z.literal('items'), items: z.array(libraryItemSchema).max(100_000).readonly() }),
      ]),
    }),
    output: z
      .object({ fileName: z.string(), count: z.number().int(), sizeBytes: z.number().int() })
      .nullable(),
  },
  /** Asks for a file and looks through all of it; nothing is taken over yet. null as above. */
  'record.inspect': {
    input: z.object({ transferId: transferIdSchema }),
    output: importLookSchema.nullable(),
  },
  /**
   * Takes over what is in the file; the same again changes nothing more. An account without a choice is left out; one
   * that is to be new and is there by now is taken. Given up, it answers with what was done until then.
   */
  'record.import': {
    input: z.object({
      transferId: transferIdSchema,
      importId: z.string().max(64),
      choices: z
        .array(z.object({ key: z.string().max(1024), choice: accountChoiceSchema }))
        .max(10_000)
        .readonly(),
      /** Whose word stands where both say something else of an asset. */
      preference: z.enum(['mine', 'theirs']),
    }),
    output: importResultSchema,
  },
  /** Nothing happens where it is over already. */
  'transfers.giveUp': { input: z.object({ transferId: transferIdSchema }), output: nothing },

  /** The account's folders, projects or groups. */
  'library.containers': {
    input: z.object({ accountId: accountIdSchema }),
    output: z.object({
      containers: z.array(z.object({ id: z.string(), name: z.string() }).readonly()).readonly(),
    }),
  },
  /** Every tag in use, by name. */
  'library.tags': {
    input: nothing,
    output: z.object({
      tags: z.array(z.object({ tag: z.string(), count: z.number().int() }).readonly()).readonly(),
    }),
  },
  /** What the record knows of these, in their order; others are missing from the answer. */
  'library.recorded': {
    input: z.object({ assets: z.array(asset).max(10_000).readonly() }),
    output: z.object({ items: z.array(libraryItemSchema).readonly() }),
  },
  /**
   * Puts all that the record finds into the clipboard, in its order, in a form of Wharf's or of the person's own: far
   * more than a page holds. `too-long`: more than the clipboard takes, so it holds what it held.
   */
  'library.copyRecord': {
    input: z.object({
      query: recordQuerySchema,
      form: z.union([
        z.object({ format: copyFormatIdSchema }).strict(),
        z.object({ templateId: z.string() }).strict(),
      ]),
    }),
    output: z.object({
      outcome: z.enum(['copied', 'too-long', 'nothing']),
      writtenCount: z.number().int(),
      leftOutCount: z.number().int(),
    }),
  },
  /** Asks the provider anew about one asset, and records what it says. */
  'assets.refresh': { input: asset, output: libraryItemSchema },
  /** Deletes it at the provider for good, then from the record. */
  'assets.remove': { input: asset, output: nothing },
  /** Takes it out of the record alone; the provider is not asked. */
  'assets.forget': { input: asset, output: nothing },
  /** Changes what is noted on it here, recorded or not; what is absent stays, null takes it away. */
  'assets.annotate': {
    input: asset.extend(annotationSchema.unwrap().partial().shape),
    output: annotationSchema,
  },
  /** Shows the file it was uploaded from; fails with `file-missing` where that is gone or another by now. */
  'assets.reveal': { input: asset, output: nothing },
  /**
   * Opens the provider's own address of it in the browser, once the person has agreed to the host that a first call
   * with null tells; fails with `not-found` where there is no https address.
   */
  'assets.openUrl': {
    input: asset.extend({ agreedHost: z.string().max(255).nullable() }),
    output: z.object({ isOpened: z.boolean(), host: z.string() }),
  },

  /**
   * Begins to drag out the local files of these, while a button of the pointer is down; resolves at once. Those that
   * are gone, or no longer what was uploaded, stay behind; fails with `file-missing` where that is all of them.
   */
  'assets.dragOut': {
    input: z.object({ assets: z.array(asset).min(1).max(1000).readonly() }),
    output: z.object({ count: z.number().int() }),
  },

  /** Keeps what decoding the asset told, for where the provider does not say. */
  'assets.describe': { input: asset.extend({ measure: measureSchema }), output: nothing },
  /** The bytes of `thumbnail-format.ts` that were kept; null: none yet. */
  'thumbnails.find': {
    input: z.object({ of: mediaSubjectSchema }),
    output: z.object({ bytes: z.instanceof(Uint8Array) }).nullable(),
  },
  /** Keeps what the page drew; fails with `input-invalid` for bytes of any other format. */
  'thumbnails.keep': {
    input: z.object({
      of: mediaSubjectSchema,
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_THUMBNAIL_BYTES),
    }),
    output: nothing,
  },
  /** A picture or sound whole, to make a thumbnail of; null: none now, or too large for that. */
  'media.read': {
    input: z.object({ of: mediaSubjectSchema }),
    output: z.object({ mimeType: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
  },

  /** Shows the folder in the desktop's file manager: the page itself sees no path. */
  'app.showDataFolder': { input: nothing, output: nothing },
  'clipboard.write': {
    input: z.object({ text: z.string().min(1).max(COPY_LIMITS.clipboard) }),
    output: nothing,
  },
  'settings.update': { input: settingsSchema.unwrap().partial(), output: settingsSchema },
} as const satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>

export type CallInput<N extends CallName> = z.infer<(typeof contract)[N]['input']>
export type CallOutput<N extends CallName> = z.infer<(typeof contract)[N]['output']>
export type Snapshot = CallOutput<'app.snapshot'>
