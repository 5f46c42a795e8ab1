import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const LANGUAGES = 'defaultContentLanguage: en\nlanguages:\n  en: {weight: 1}\n  de: {weight: 2}\n'

const used = useSite((folder) =>
  writeFiles(folder, {
    'hugo.yaml': LANGUAGES,
    'data/authors/felix.k.yaml': 'schema: hugoblox/author/v1\nname:\n  display: Felix\n',
    'data/de/authors/felix.k.yaml': 'schema: hugoblox/author/v1\nname:\n  display: Felix\n',
    'content/events/a/index.md': '---\ntitle: A\nevent_start: 2024-05-01\nauthors: [felix.k]\n---\n',
    'content/events/a/index.de.md': '---\ntitle: A\nevent_start: 2024-05-01\nauthors: [felix.k]\n---\n',
  }),
)

test("authors in the data of each language get pages in another generation, the data's folders notwithstanding", async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  const {refusals, steps} = await exportSite({client, folder, dialect: 'wowchemy'})
  expect([refusals, steps.flatMap(({path, from}) => (from?.startsWith('data') ? [[from, path]] : []))]).toEqual([
    [],
    [
      ['data/authors/felix.k.yaml', 'content/authors/felix.k/_index.md'],
      ['data/de/authors/felix.k.yaml', 'content/authors/felix.k/_index.de.md'],
    ],
  ])
  expect((await importSite({client, folder, all: true})).steps).toEqual([])
})

test('a person made in the Studio gets a file of data without delimiters, which Hugo and the next import read', async () => {
  const [client, folder] = [used.client(), used.site()]
  await importSite({client, folder})
  const slug = {_type: 'slug', current: 'lee'}
  await client.create({_id: 'lee', _type: 'author', name: 'Lee', role: '교수', slug})
  const {refusals, steps} = await exportSite({client, folder})
  expect([refusals, steps.map(({action, path}) => [action, path])]).toEqual([[], [['create', 'data/authors/lee.yaml']]])
  expect(readFileSync(join(folder, 'data/authors/lee.yaml'), 'utf8')).toBe('name:\n  display: Lee\nrole: 교수\n')
  expect((await exportSite({client, folder})).steps).toEqual([])
  expect((await importSite({client, folder, all: true})).steps).toEqual([])
})

test('a person made in the Studio is data at once when the site is rewritten for the kit', async () => {
  const [client, folder] = [used.client(), used.site()]
  writeFiles(folder, {'content/authors/kim/_index.md': '---\ntitle: Kim\n---\n'})
  await importSite({client, folder})
  await client.create({_id: 'lee', _type: 'author', name: 'Lee', slug: {_type: 'slug', current: 'lee'}})
  const {steps} = await exportSite({client, folder, dialect: 'kit'})
  expect(steps.map(({action, path}) => [action, path])).toEqual([
    ['move', 'data/authors/kim.yaml'],
    ['create', 'data/authors/lee.yaml'],
  ])
  expect((await exportSite({client, folder, dialect: 'kit'})).steps).toEqual([])
  expect((await importSite({client, folder, all: true})).steps).toEqual([])
})
