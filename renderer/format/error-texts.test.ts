// Tests that every failure and objection can be said in full.
import { describe, expect, it } from 'vitest'
import { ERROR_TRAITS, type ErrorCode, failure } from '../../shared/errors.ts'
import { failureText } from './failure-text.ts'
import { problemText, warningText } from './problem-text.ts'

const codes = Object.keys(ERROR_TRAITS) as ErrorCode[]

describe('failureText', () => {
  it.each(codes)('%s says what happened, what Wharf did and what to do', (code) => {
    const { what, did, next } = failureText(failure(code, 'refused'), 'KonPro')
    for (const sentence of [what, did, next]) {
      expect(sentence).toMatch(/^[A-Z{].*[.]$/u)
      expect(sentence).not.toContain('{')
    }
  })
})

describe('problemText', () => {
  it('names types as people do', () => {
    const problem = { code: 'type', mimeType: 'text/plain', accepted: ['image/jpeg', 'audio/mpeg'] } as const
    expect(problemText(problem, 'KonPro')).toBe('KonPro does not take plain text. It takes JPEG and MP3.')
  })

  it('does without a type that nobody knows', () => {
    const problem = { code: 'type', mimeType: null, accepted: ['image/png'] } as const
    expect(problemText(problem, 'KonPro')).toBe(
      'KonPro does not take files of an unknown type. It takes PNG.',
    )
  })

  it('says both sizes', () => {
    const problem = { code: 'size', sizeBytes: 60_000_000, maxBytes: 50_000_000 } as const
    expect(problemText(problem, 'KonPro')).toBe('It is 60.0 MB, and KonPro takes 50.0 MB at most.')
  })

  it('counts bytes where the sizes look the same', () => {
    const problem = { code: 'size', sizeBytes: 52_428_801, maxBytes: 52_428_800 } as const
    expect(problemText(problem, '1min.ai')).toBe(
      'It is 52,428,801 bytes, and 1min.ai takes 52,428,800 bytes at most.',
    )
    expect(warningText({ ...problem, maxBytes: 50_000_000 }, '1min.ai')).toBe(
      'It is 52.4 MB, and 1min.ai names 50.0 MB as the most.',
    )
  })
})
