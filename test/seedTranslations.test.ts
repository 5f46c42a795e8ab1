import {expect, test} from 'vitest'
import {hugoField} from '../schemas/fields/hugoField.ts'
import {sayIn} from '../schemas/text/say.ts'
import {readSyncRecord} from '../seed/client/syncRecord.ts'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {asTranslation} from '../studio/actions/asTranslation.ts'
import {useServedSite} from './support/useServedSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const {client, site, read} = useServedSite(() => undefined)

const TALK = '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\nauthors: [kim]\n---\n\n[자료](slides.pdf)\n'
const SHARED = '{ko: {}, en: {}}'
const APART = '{ko: {contentDir: content/ko}, en: {contentDir: content/en}}'

test('the record says the language of the site, and keeps it when an export adds to it', async () => {
  const config = (language: string) => ({'hugo.yaml': `languageCode: ${language}\n`})
  const recorded = async () => (await readSyncRecord(client())).language
  writeFiles(site(), {...config('en-us'), 'content/event/talk/index.md': TALK})
  await importSite({client: client(), folder: site()})
  expect(await recorded()).toBe('en')
  await client().create({_id: 'new', _type: 'talk', title: 'New', slug: {_type: 'slug', current: 'new'}})
  await exportSite({client: client(), folder: site()})
  expect(await recorded()).toBe('en')
  writeFiles(site(), config('ko-kr'))
  await importSite({client: client(), folder: site()})
  expect(await recorded()).toBe('ko')
})

test.each([
  ['its folder', SHARED, 'content/event/talk/index.md', 'content/event/talk/index.en.md'],
  [
    'its folder, which is in another one',
    SHARED,
    'content/event/2024/talk/index.ko.md',
    'content/event/2024/talk/index.en.md',
  ],
  ['its folder, which has another name', SHARED, 'content/event/240501/index.md', 'content/event/240501/index.en.md'],
  ['a file of its name', SHARED, 'content/event/2024/talk.md', 'content/event/2024/talk.en.md'],
  [
    'the same folder of its language',
    APART,
    'content/ko/event/2024/talk/index.md',
    'content/en/event/2024/talk/index.md',
  ],
])('a translation made in the Studio gets a page in %s', async (_, languages, path, translated) => {
  const isNamedOtherwise = path.includes('240501')
  const text = isNamedOtherwise ? TALK.replace('---\n', '---\nslug: talk\n') : TALK
  writeFiles(site(), {
    'hugo.yaml': `defaultContentLanguage: ko\nlanguages: ${languages}\n`,
    [path]: text,
    [path.replace(/[^/]*$/, 'slides.pdf')]: 'slides',
  })
  await importSite({client: client(), folder: site()})
  const translation = asTranslation(await client().fetch('*[_type == "talk"][0]'), 'en')
  await client().create({...translation, _id: 'translation', title: 'A talk'})

  const report = await exportSite({client: client(), folder: site()})
  expect(report.refusals).toEqual([])
  expect(report.steps.map(({action, path: written}) => [action, written])).toEqual([['create', translated]])
  expect(read(translated)).toBe(
    `---\ntitle: A talk\n${isNamedOtherwise ? 'slug: talk\n' : ''}date: '2024-05-01T10:00:00Z'\nauthors:\n  - kim\n---\n\n[자료](slides.pdf)\n`,
  )
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
  const query =
    '*[_type == "talk"] | order(hugo.language){title, "slug": slug.current, "path": hugo.path, "language": hugo.language}'
  expect(await client().fetch(query)).toEqual([
    {title: 'A talk', slug: 'talk', path: translated, language: 'en'},
    {title: '발표', slug: 'talk', path, language: 'ko'},
  ])
})

test('the record of an import has the languages of a site of several, and of no other', async () => {
  const languages = async () => (await readSyncRecord(client())).languages
  const configure = async (config: string) => {
    writeFiles(site(), {'hugo.yaml': config, 'content/event/talk/index.md': TALK})
    await importSite({client: client(), folder: site()})
    return languages()
  }
  expect(await configure('title: One\n')).toEqual([])
  expect(await configure(`defaultContentLanguage: ko\nlanguages: ${SHARED}\n`)).toEqual(['ko', 'en'])
  await exportSite({client: client(), folder: site()})
  expect(await languages()).toEqual(['ko', 'en'])
  expect(await configure('title: One\n')).toEqual([])
})

test('a document made in the Studio is in the default language of a site of several at once, so that it can be translated', async () => {
  const {initialValue} = hugoField(sayIn('ko'))
  const begin = (): unknown => initialValue?.(undefined, {getClient: client})
  writeFiles(site(), {'hugo.yaml': 'title: One\n', 'content/event/talk/index.md': TALK})
  await importSite({client: client(), folder: site()})
  expect(await begin()).toBeUndefined()
  writeFiles(site(), {'hugo.yaml': `defaultContentLanguage: ko\nlanguages: ${APART}\n`})
  writeFiles(site(), {'content/ko/event/talk/index.md': TALK})
  await importSite({client: client(), folder: site(), prune: true})
  const hugo = {_type: 'hugoSource', language: 'ko'}
  expect(await begin()).toEqual(hugo)

  const talk = {_type: 'talk', title: '새 발표', slug: {_type: 'slug' as const, current: '새-발표'}, hugo}
  const made = await client().create({...talk, _id: 'made'})
  await client().create({...asTranslation(made, 'en'), _id: 'translation', title: 'A new talk'})
  const {steps} = await exportSite({client: client(), folder: site()})
  expect(steps.map(({action, path}) => [action, path])).toEqual([
    ['create', 'content/ko/event/새-발표/index.md'],
    ['create', 'content/en/event/새-발표/index.md'],
  ])
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
})
