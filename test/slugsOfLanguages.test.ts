import type {SanityDocument} from '@sanity/types'
import {createSchema, defaultLocale, type LocaleSource, validateDocument} from 'sanity'
import {expect, test} from 'vitest'
import {createSchemaTypes} from '../schemas/index.ts'
import {importSite} from '../seed/importSite.ts'
import {useSite} from './support/useSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const TALK = '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\n---\n'
const FILES = {
  'hugo.yaml': 'defaultContentLanguage: ko\nlanguages: {ko: {}, en: {}}\n',
  'content/event/a/index.md': TALK,
  'content/event/a/index.en.md': TALK,
  'content/event/b.md': TALK,
  'content/event/2023/b.md': TALK,
  'content/event/c.en.md': TALK,
}

const {client, site} = useSite((folder) => writeFiles(folder, FILES))

const schema = createSchema({name: 'default', types: createSchemaTypes('en')})
const i18n = {
  currentLocale: defaultLocale,
  locales: [defaultLocale],
  loadNamespaces: async () => {},
  t: ((key: string) => key) as LocaleSource['t'],
}

test('translations of a talk have one slug, two talks in one language do not, whether in capitals or not', async () => {
  await importSite({client: client(), folder: site()})
  const documents = await client().fetch<SanityDocument[]>('*[_type == "talk"] | order(hugo.path)')
  const made = {_id: 'drafts.made', _type: 'talk', title: '새 발표', slug: {_type: 'slug', current: 'C'}}
  const edited = documents.find(({hugo}) => (hugo as {path?: string}).path === 'content/event/a/index.en.md')
  const draft = {...edited, _id: `drafts.${edited?._id ?? ''}`, _type: 'talk', title: 'Edited'}
  await client().create(made)
  await client().create(draft)
  const findings = async (document: object) => {
    const markers = await validateDocument({
      document: document as SanityDocument,
      workspace: {schema, getClient: () => client(), i18n},
    })
    return markers.filter(({path}) => path[0] === 'slug').map(({message}) => message)
  }
  const all = [...documents, made, draft]
  const results = await Promise.all(all.map(findings))
  expect(all.map((document, index) => [Reflect.get(document, 'hugo')?.path, results[index]])).toEqual([
    ['content/event/2023/b.md', ['validation:slug.not-unique']],
    ['content/event/a/index.en.md', []],
    ['content/event/a/index.md', []],
    ['content/event/b.md', ['validation:slug.not-unique']],
    ['content/event/c.en.md', ['validation:slug.not-unique']],
    [undefined, ['validation:slug.not-unique']],
    ['content/event/a/index.en.md', []],
  ])
})
