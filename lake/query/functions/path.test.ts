import fc from 'fast-check'
import {expect, test} from 'vitest'
import {path} from './path.ts'

const evaluation = {} as Parameters<typeof path>[0]

/** What it means, as one expression: groq-js forgets to escape the dots between the parts, so that `drafts-a` is in `path("drafts.*")`, and lets `**` end with the line. */
function expression(pattern: string): RegExp {
  const parts = pattern
    .split('.')
    .map((part) => (part === '*' ? '[^.]+' : part === '**' ? '[^]*' : part.replaceAll('*', '\\*')))
  return new RegExp(`^${parts.join('\\.')}$`)
}

test('a path matches part by part', () => {
  const part = fc.constantFrom('*', '**', 'a', 'b', '', '\n', '***', 'a*')
  const joined = fc.array(part, {maxLength: 5}).map((parts) => parts.join('.'))
  fc.assert(
    fc.property(joined, joined, (text, pattern) => {
      const ours = path(evaluation, pattern) as {matches(text: string): boolean; toJSON(): string}
      expect(ours.matches(text)).toBe(expression(pattern).test(text))
      expect(ours.toJSON()).toBe(pattern)
    }),
    {numRuns: 5_000},
  )
})
