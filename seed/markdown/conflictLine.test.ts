import {expect, test} from 'vitest'
import {conflictLine} from './conflictLine.ts'

const CONFLICT = '<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> other\n'

test.each([
  ['between paragraphs', `one\n\n${CONFLICT}`, 2],
  ['with the line ends of Windows', `one\n${CONFLICT}`.replaceAll('\n', '\r\n'), 1],
  ['behind an example of one', `\`\`\`\`diff\n\`\`\`\n${CONFLICT}\`\`\`\`\n${CONFLICT}`, 8],
  ['none: an example in code', `~~~\n${CONFLICT}~~~\n`, undefined],
  ['none: one side is gone', '<<<<<<< HEAD\ntwo\n>>>>>>> other\n', undefined],
  ['none: a heading', 'Title\n=======\ntext\n', undefined],
])('the line of a conflict that Git left: %s', (_, text, line) => {
  expect(conflictLine(text)).toBe(line)
})
