// A form in which assets are copied, as a person chooses it: one of Wharf's, or one of their own.
import { copyFormat, type CopyFormat } from '../../shared/copy/copy-formats.ts'
import { templateFormat } from '../../shared/copy/template-format.ts'
import type { CopyFormatId, CopyTemplate } from '../../shared/model/copy-template.ts'

export type CopyForm = { readonly format: CopyFormatId } | { readonly template: CopyTemplate }

export function howToWrite(form: CopyForm): CopyFormat {
  return 'format' in form ? copyFormat(form.format) : templateFormat(form.template)
}
