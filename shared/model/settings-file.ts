// The person's settings as they may lie on the disk: an older Wharf wrote less.
import { DEFAULT_SETTINGS } from './default-settings.ts'
import { settingsSchema } from './settings.ts'

const { shape } = settingsSchema.unwrap()

/** What a file of the first version lacks gets its default. */
export const settingsFileSchema = settingsSchema
  .unwrap()
  .extend({
    knownFiles: shape.knownFiles.default(DEFAULT_SETTINGS.knownFiles),
    uploadFields: shape.uploadFields.default(DEFAULT_SETTINGS.uploadFields),
    uploadsAtOnce: shape.uploadsAtOnce.default(DEFAULT_SETTINGS.uploadsAtOnce),
    uploadsAtOnceByAccount: shape.uploadsAtOnceByAccount.default(DEFAULT_SETTINGS.uploadsAtOnceByAccount),
    uploadBytesPerSecond: shape.uploadBytesPerSecond.default(DEFAULT_SETTINGS.uploadBytesPerSecond),
    uploadsPane: shape.uploadsPane.default(DEFAULT_SETTINGS.uploadsPane),
    copyTemplates: shape.copyTemplates.default(DEFAULT_SETTINGS.copyTemplates),
    copyWhenDone: shape.copyWhenDone.default(DEFAULT_SETTINGS.copyWhenDone),
    libraryViews: shape.libraryViews.default(DEFAULT_SETTINGS.libraryViews),
  })
  .readonly()
