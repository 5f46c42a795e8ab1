import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readPage} from './page.ts'
import {emptySite} from './testing/emptySite.ts'
import {toDocument} from './toDocument.ts'

const lines = (text: string) =>
  toDocument(readPage(pageFileAt('content/event/t/index.md', 'talk'), text), emptySite).notices.map(
    ({kind, line, value}) => [kind, line, value],
  )

test.each([
  [
    'a list over several lines',
    '---\ntitle: Ann\nauthors:\n  # who\n  - Ann\n  - "Bob"\nprojects:\n- p/x.md\n---\n',
    [5, 6, 8],
  ],
  ['a list in brackets', '---\ntitle: Ann\nauthors: [Ann,\n  Bob]\nprojects: [p/x.md]\n---\n', [3, 4, 5]],
  ['TOML', '+++\ntitle = "Ann"\nauthors = [\n  "Ann",\n  "Bob",\n]\nprojects = ["p/x.md"]\n+++\n', [4, 5, 7]],
  ['one text', '---\nauthors: Ann\nauthor_notes: [Bob]\n---\n', [2]],
  ['a name that is written in another way', "---\nauthors:\n  - 'O''Neil'\n---\n", [2]],
])('a notice about an item has the line of the item: %s', (_, text, wanted) => {
  expect(lines(text).map(([, line]) => line)).toEqual(wanted)
})
