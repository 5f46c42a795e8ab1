import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALK = 'content/event/talk/index.md'
const DECK = 'content/slides/deck/index.md'
const HEAD = '---\r\ntitle: A\r\ndate: 2024-05-01\r\n---\r\n'
const SLIDES = '\r\n# One\r\n\r\n---\r\n\r\n# Two\r\n'

const used = useSite((folder) => writeFiles(folder, {[TALK]: `${HEAD}\r\n\r\n\r\n`, [DECK]: HEAD + SLIDES}))

const paragraph = {
  _type: 'block',
  _key: 'a',
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: 's', marks: [], text: 'Text.'}],
}

test('a first text in a page whose lines end in CRLF gets these line ends, and one blank line above it', async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  await client
    .patch({query: '*[_type == "talk"]'})
    .set({body: [paragraph]})
    .commit()
  await exportSite({client, folder})
  expect(used.read(TALK)).toBe(`${HEAD}\r\nText.\r\n`)
  expect((await importSite({client, folder, all: true})).steps).toEqual([])
})

test('slides that were edited in a text field of a browser, which knows no CRLF, keep the line ends of their file', async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  const markdown = SLIDES.replaceAll('\r\n', '\n').replace('Two', '둘')
  await client.patch('slideDeck-deck').set({markdown}).commit()
  await exportSite({client, folder})
  expect(used.read(DECK)).toBe(HEAD + SLIDES.replace('Two', '둘'))
  expect((await importSite({client, folder, all: true})).steps).toEqual([])
})
