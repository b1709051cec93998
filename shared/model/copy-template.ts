// The forms of copying by name, and what a person's own form is made of.
import { z } from 'zod'
import { COPY_LIMITS } from './copy-limits.ts'

/** The forms that Wharf has by itself, in the order of the menu. */
export const copyFormatIdSchema = z.enum([
  'id',
  'json',
  'csv',
  'markdown',
  'html',
  'url',
  'curl',
  'javascript',
  'python',
])
export type CopyFormatId = z.infer<typeof copyFormatIdSchema>

export const copySeparatorSchema = z.enum(['line', 'blank-line', 'comma', 'comma-line', 'space', 'nothing'])
export type CopySeparator = z.infer<typeof copySeparatorSchema>

export const copyTemplateSchema = z
  .object({
    id: z.string().min(1).max(64),
    name: z.string().trim().min(1).max(COPY_LIMITS.name),
    /** With placeholders, see `shared/copy/parse-template.ts`. */
    text: z.string().min(1).max(COPY_LIMITS.text),
    separator: copySeparatorSchema,
    before: z.string().max(COPY_LIMITS.wrap),
    after: z.string().max(COPY_LIMITS.wrap),
  })
  .readonly()
export type CopyTemplate = z.infer<typeof copyTemplateSchema>

/** What is copied by itself when a batch ends: nothing, the IDs, or what a template makes of them. */
export const copyWhenDoneSchema = z.union([
  z.enum(['off', 'ids']),
  z.object({ templateId: z.string() }).readonly(),
])
export type CopyWhenDone = z.infer<typeof copyWhenDoneSchema>
