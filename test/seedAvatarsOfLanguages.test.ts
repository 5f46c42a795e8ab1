import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import sharp from 'sharp'
import {beforeEach, expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {formatNotice} from '../seed/notices.ts'
import {useServedSite} from './support/useServedSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const AUTHOR = '---\ntitle: Kim\nrole: R\n---\n'
const SHARED = 'assets/media/authors/kim.png'
const [KOREAN, ENGLISH] = ['content/ko/authors/kim/avatar.png', 'content/en/authors/kim/avatar.png']

const {client, site} = useServedSite((folder) =>
  writeFiles(folder, {
    'hugo.yaml':
      'defaultContentLanguage: ko\nlanguages: {ko: {contentDir: content/ko}, en: {contentDir: content/en}}\n',
    'content/ko/authors/kim/_index.md': AUTHOR,
    'content/en/authors/kim/_index.md': AUTHOR,
  }),
)
const options = () => ({client: client(), folder: site()})
const bytesOf = (path: string) => readFileSync(join(site(), path))
const pictures: Record<string, Buffer> = {}

beforeEach(async () => {
  for (const [path, background] of Object.entries({[KOREAN]: 'red', [ENGLISH]: 'blue'})) {
    pictures[path] = await sharp({create: {width: 4, height: 3, channels: 3, background}})
      .png()
      .toBuffer()
    mkdirSync(dirname(join(site(), path)), {recursive: true})
    writeFileSync(join(site(), path), pictures[path])
  }
  await importSite(options())
})

/** The export for the kit, and what a second one and an import would change then. */
async function exportForKit(): Promise<unknown[]> {
  const {notices} = await exportSite({...options(), dialect: 'kit'})
  const again = await exportSite({...options(), dialect: 'kit'})
  const imported = await importSite({...options(), all: true, dryRun: true})
  return [notices.map(formatNotice), again.steps, imported.steps]
}

test('two languages with a picture of their own for one author: the kit shows one, and the other one stays', async () => {
  expect(await exportForKit()).toEqual([
    [
      `data/en/authors/kim.yaml: "${ENGLISH}" stays there, since the kit has one picture of an author for all languages and ${SHARED} is another one, which is shown here now: put the one that you want there. (foreignForm)`,
    ],
    [],
    [],
  ])
  expect([bytesOf(SHARED), bytesOf(ENGLISH)]).toEqual([pictures[KOREAN], pictures[ENGLISH]])
})

test('a picture that was removed in one language takes none of another one along', async () => {
  await client().patch({query: '*[_type == "author" && hugo.language == "en"]'}).unset(['avatar']).commit()
  expect(await exportForKit()).toEqual([[], [], []])
  expect(bytesOf(SHARED)).toEqual(pictures[KOREAN])
})
