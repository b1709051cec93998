// Speaks 1min.ai's HTTP API.
import { onemin } from '../../../shared/providers/onemin.ts'
import { createMultipartBody } from '../../http/multipart.ts'
import { parseAnswer } from '../../http/parse-answer.ts'
import { defineProvider, type CallContext } from '../provider.ts'
import { largestAnswerBytes, oneminErrors, toUploadedAsset } from './wire.ts'

export const oneminProvider = defineProvider(onemin, {
  async upload(context, { facts, body }) {
    const mimeType = facts.mimeType ?? 'application/octet-stream'
    // One part of this name is all that is documented.
    const form = createMultipartBody({
      fields: [],
      file: { field: 'asset', name: facts.name, mimeType, body },
    })
    const answer = await context.send({
      method: 'POST',
      url: `${context.base.upload}/api/assets`,
      headers: { ...auth(context), accept: 'application/json', 'content-type': form.contentType },
      body: form,
      signal: context.signal,
      maxAnswerBytes: largestAnswerBytes(facts),
    })
    return toUploadedAsset(parseAnswer(answer, oneminErrors, context), facts)
  },
})

function auth({ apiKey }: CallContext) {
  return { 'api-key': apiKey }
}
