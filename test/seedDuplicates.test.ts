import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {asCopy} from '../studio/actions/asCopy.ts'
import {useServedSite} from './support/useServedSite.ts'
import {writeFiles} from './support/writeFiles.ts'

const {client, site, read} = useServedSite(() => undefined)

const TEXT = '---\ntitle: A talk\ndate: 2024-05-01T10:00:00Z\n---\n\nText\n'

test.each([
  ['a folder that languages share', '{ko: {}, en: {}}', 'content/event', 'index.en.md'],
  [
    'a folder of its own',
    '{ko: {contentDir: content/ko}, en: {contentDir: content/en}}',
    'content/en/event',
    'index.md',
  ],
])('a duplicate of a translation gets a page in its language, in %s', async (_, languages, folder, name) => {
  const config = `defaultContentLanguage: ko\nlanguages: ${languages}\n`
  writeFiles(site(), {'hugo.yaml': config, [`${folder}/english/${name}`]: TEXT})
  await importSite({client: client(), folder: site()})
  const {_rev, _createdAt, _updatedAt, ...copy} = asCopy(await client().fetch('*[_type == "talk"][0]'))
  await client().create({...copy, _id: 'copied', _type: 'talk', slug: {_type: 'slug', current: 'copied'}})

  const report = await exportSite({client: client(), folder: site()})
  expect(report.refusals).toEqual([])
  const path = `${folder}/copied/${name}`
  expect(report.steps.map(({action, path: written}) => [action, written])).toEqual([['create', path]])
  const imported = await importSite({client: client(), folder: site(), all: true})
  expect(imported.steps).toEqual([])
  const query = '*[_type == "talk"] | order(hugo.path){title, "path": hugo.path, "language": hugo.language}'
  expect(await client().fetch(query)).toEqual([
    {title: 'A talk', path, language: 'en'},
    {title: 'A talk', path: `${folder}/english/${name}`, language: 'en'},
  ])
})

test('a duplicate has the files that its text names, on the site and in its own folder', async () => {
  const text = TEXT.replace('Text', '[Slides](slides.pdf), [all](/all.pdf)')
  writeFiles(site(), {
    'hugo.yaml': 'title: A site\n',
    'content/event/talk/index.md': text,
    'content/event/talk/slides.pdf': 'slides',
    'static/all.pdf': 'all',
  })
  await importSite({client: client(), folder: site()})
  const {_rev, _createdAt, _updatedAt, ...copy} = asCopy(await client().fetch('*[_type == "talk"][0]'))
  await client().create({...copy, _id: 'copied', _type: 'talk', slug: {_type: 'slug', current: 'copied'}})
  const report = await exportSite({client: client(), folder: site()})
  expect(report.steps.map(({action, path, files}) => [action, path, files])).toEqual([
    ['create', 'content/event/copied/index.md', ['content/event/copied/slides.pdf']],
  ])
  expect(read('content/event/copied/slides.pdf')).toBe('slides')
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
})

test('a duplicate keeps the front matter for which there is no field, but not what is its original’s alone', async () => {
  const own = 'url: /there/\nlastmod: 2024-05-02\ntranslationKey: talk\n'
  const gallery = 'gallery_item:\n  - album: trip\n    caption: A lake\n'
  writeFiles(site(), {
    'hugo.yaml': 'title: A site\n',
    'content/event/talk/index.md': TEXT.replace('date:', `${own}${gallery}weight: 3\ndate:`),
  })
  await importSite({client: client(), folder: site()})
  const {_rev, _createdAt, _updatedAt, ...copy} = asCopy(await client().fetch('*[_type == "talk"][0]'))
  await client().create({...copy, _id: 'copied', _type: 'talk', slug: {_type: 'slug', current: 'copied'}})
  expect((await exportSite({client: client(), folder: site()})).refusals).toEqual([])
  expect(read('content/event/copied/index.md')).toBe(
    `---\ntitle: A talk\ndate: '2024-05-01T10:00:00Z'\nweight: 3\n${gallery}---\n\nText\n`,
  )
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
})

test('a duplicate of a person whom the kit has in its data keeps what the Studio does not show', async () => {
  const education = 'education:\n  - area: Physics\n    institution: KAIST\n'
  writeFiles(site(), {
    'hugo.yaml': 'title: A site\n',
    'content/events/talk/index.md': TEXT.replace('date:', 'event_name: Conference\nevent_start:'),
    'data/authors/kim.yaml': `schema: hugoblox/author/v1\nslug: kim\nname:\n  display: Kim\n${education}`,
  })
  await importSite({client: client(), folder: site()})
  const {_rev, _createdAt, _updatedAt, ...copy} = asCopy(await client().fetch('*[_type == "author"][0]'))
  const slug = {_type: 'slug', current: 'lee'}
  await client().create({...copy, _id: 'copied', _type: 'author', name: 'Lee', slug})
  expect((await exportSite({client: client(), folder: site()})).refusals).toEqual([])
  expect(read('data/authors/lee.yaml')).toBe(`schema: hugoblox/author/v1\n${education}name:\n  display: Lee\n`)
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
})
