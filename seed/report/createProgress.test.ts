import {Writable} from 'node:stream'
import {expect, test} from 'vitest'
import {createProgress} from './createProgress.ts'

/** What a bar writes to a terminal, or to a file, until somebody ends the import. */
function written(isTTY: boolean): string {
  let text = ''
  const stream = new Writable({
    write(chunk, _, done) {
      text += String(chunk)
      done()
    },
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that a bar asks of a terminal
  const progress = createProgress(Object.assign(stream, {isTTY, columns: 80}) as unknown as NodeJS.WriteStream)
  progress.update(1, 2)
  const shown = text
  progress.stop()
  return shown
}

test('a bar leaves the terminal as it is: Ctrl-C gives nobody the time to mend it', () => {
  expect(written(true)).toContain('pages ')
  expect(written(true)).not.toContain('\u001B[?')
})

test('nothing is written where the output goes to a file', () => {
  expect(written(false)).toBe('')
})
