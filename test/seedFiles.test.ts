import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import {exportSite} from '../seed/exportSite.ts'
import {importSite} from '../seed/importSite.ts'
import {copyExampleSite, TALK, TALK_ID} from './support/exampleSite.ts'
import {useServedSite} from './support/useServedSite.ts'

const {client, site, folder, read, put, idOf} = useServedSite(copyExampleSite)

function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) =>
    statSync(join(folder, path)).isFile(),
  )
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'base64')]))
}

const picture = (background: string, format: 'png' | 'jpeg' = 'png') =>
  sharp({create: {width: 4, height: 3, channels: 3, background}})
    .toFormat(format)
    .toBuffer()

test('a talk with an uploaded image, a figure and a file becomes a bundle, and comes back as the same document', async () => {
  await importSite({client: client(), folder: site()})
  const image = await client().assets.upload('image', await picture('red', 'jpeg'), {filename: 'IMG 1.jpg'})
  const figure = await client().assets.upload('image', await picture('blue'), {filename: 'plan.png'})
  const notes = await client().assets.upload('file', Buffer.from('%PDF-1.4 notes'), {filename: 'notes.pdf'})
  const reference = ({_id}: {_id: string}) => ({_type: 'reference', _ref: _id})
  await client().create({
    _id: 'new-talk',
    _type: 'talk',
    title: '그림',
    slug: {_type: 'slug', current: '그림'},
    image: {
      _type: 'image',
      asset: reference(image),
      hotspot: {_type: 'sanity.imageHotspot', x: 0, y: 0, width: 0.3, height: 0.3},
      alt: '빨강',
    },
    links: [{_type: 'talkLink', _key: 'k', kind: 'pdf', file: {_type: 'file', asset: reference(notes)}}],
    body: [{_type: 'figure', _key: 'f', syntax: 'markdown', alt: '계획', asset: reference(figure)}],
  })
  const report = await exportSite({client: client(), folder: site()})
  const bundle = 'content/event/그림'
  expect([report.refusals, readdirSync(join(site(), bundle)).sort()]).toEqual([
    [],
    ['featured.jpg', 'index.md', 'notes.pdf', 'plan.png'],
  ])
  expect(read(`${bundle}/index.md`)).toBe(
    '---\ntitle: 그림\nimage:\n  alt_text: 빨강\n  focal_point: TopLeft\nurl_pdf: notes.pdf\n---\n\n![계획](plan.png)\n',
  )
  expect(readFileSync(join(site(), bundle, 'notes.pdf'), 'utf8')).toBe('%PDF-1.4 notes')
  const again = await importSite({client: client(), folder: site(), all: true})
  const once = await exportSite({client: client(), folder: site()})
  expect([again.assetsUploaded, again.conflicts, once.steps]).toEqual([0, [], []])
})

test('what an editor cropped away is in the file all the same, which is told', async () => {
  await importSite({client: client(), folder: site()})
  const {_id} = await client().assets.upload('image', await picture('red', 'jpeg'), {filename: 'face.jpg'})
  const cropped = (edges: Record<string, number>) => ({
    asset: {_type: 'reference', _ref: _id},
    crop: {_type: 'sanity.imageCrop', top: 0, bottom: 0, left: 0, right: 0, ...edges},
  })
  await client().create({
    _id: 'cropped',
    _type: 'talk',
    title: '자른 그림',
    slug: {_type: 'slug', current: 'cropped'},
    image: {_type: 'image', ...cropped({left: 0.4})},
    body: [
      {_type: 'figure', _key: 'f', alt: '계획', ...cropped({top: 0.1})},
      {_type: 'figure', _key: 'g', alt: '온전한 그림', ...cropped({})},
    ],
  })
  const {notices} = await exportSite({client: client(), folder: site()})
  expect(notices.map(({kind, path, field}) => [kind, path, field])).toEqual(
    ['image', 'body'].map((field) => ['droppedField', 'content/event/cropped/index.md', field]),
  )
})

test('an export to an empty folder restores the pages and the files beside them, names and all', async () => {
  put(TALK.replace('index.md', 'My-FEATURED.PNG'), await picture('red'))
  put('content/event/둘/index.md', '---\ntitle: 둘\nurl_pdf: b.pdf\n---\n![x](그림.png) [자료](자료.zip)\n')
  put('content/event/둘/자료.zip', 'PK')
  put('content/event/둘/b.pdf', '%PDF-1.4 same')
  put('content/event/둘/그림.png', await picture('green'))
  put('content/event/셋/index.md', '---\ntitle: 셋\nurl_pdf: c.pdf\n---\n')
  put('content/event/셋/c.pdf', '%PDF-1.4 same')
  put('content/authors/admin/avatar.png', await picture('blue'))
  await importSite({client: client(), folder: site()})
  const empty = join(folder(), 'empty')
  mkdirSync(empty)
  const report = await exportSite({client: client(), folder: empty})
  const restored = filesOf(empty)
  const expected = Object.fromEntries(Object.entries(filesOf(site())).filter(([path]) => path in restored))
  expect([report.refusals, restored]).toEqual([[], expected])
  expect(Object.keys(restored)).toEqual([
    'content/authors/admin/_index.md',
    'content/authors/admin/avatar.png',
    'content/event/둘/b.pdf',
    'content/event/둘/index.md',
    'content/event/둘/그림.png',
    'content/event/둘/자료.zip',
    TALK.replace('index.md', 'My-FEATURED.PNG'),
    TALK,
    'content/event/셋/c.pdf',
    'content/event/셋/index.md',
    'content/project/example/index.md',
    'content/slides/api-design/index.md',
  ])
  expect((await importSite({client: client(), folder: empty, all: true})).steps).toEqual([])
})

test('the files that a text names are assets, found by the name that it has for them', async () => {
  put('content/event/둘/index.md', '---\ntitle: 둘\n---\n<a href="발표 자료.pdf">x</a> <img src="/img/a.png">\n')
  put('content/event/둘/발표 자료.pdf', '%PDF-1.4')
  put('static/img/a.png', await picture('red'))
  await importSite({client: client(), folder: site()})
  const query = '*[_type == "talk" && title == "둘"][0].hugo{address, files[]{name, "file": asset->originalFilename}}'
  expect(await client().fetch(query)).toEqual({
    address: '/event/둘/',
    files: [
      {name: '발표 자료.pdf', file: '발표 자료.pdf'},
      {name: '/img/a.png', file: 'a.png'},
    ],
  })
})

test('a replaced image takes the place of the old one; one that was taken away is gone', async () => {
  const featured = TALK.replace('index.md', 'featured.png')
  put(featured, await picture('red'))
  await importSite({client: client(), folder: site()})
  const asset = await client().assets.upload('image', await picture('green', 'jpeg'), {filename: 'x.jpg'})
  await client()
    .patch(TALK_ID)
    .set({'image.asset': {_type: 'reference', _ref: asset._id}})
    .commit()
  await exportSite({client: client(), folder: site()})
  expect([existsSync(join(site(), featured)), existsSync(join(site(), featured.replace('png', 'jpg')))]).toEqual([
    false,
    true,
  ])
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
  await client().patch(TALK_ID).unset(['image.asset']).commit()
  await exportSite({client: client(), folder: site()})
  expect(readdirSync(join(site(), dirname(TALK)))).toEqual(['index.md'])
})

test('an image that somebody replaced on disk is never overwritten', async () => {
  const featured = TALK.replace('index.md', 'featured.png')
  put(featured, await picture('red'))
  await importSite({client: client(), folder: site()})
  const theirs = await picture('black')
  put(featured, theirs)
  const asset = await client().assets.upload('image', await picture('green'), {filename: 'x.png'})
  await client()
    .patch(TALK_ID)
    .set({'image.asset': {_type: 'reference', _ref: asset._id}})
    .commit()
  const report = await exportSite({client: client(), folder: site()})
  expect(report.conflicts.map(({path}) => path)).toContain(featured)
  expect(readFileSync(join(site(), featured))).toEqual(theirs)
})

test('a missing asset refuses its talk and touches nothing of it', async () => {
  put(TALK.replace('index.md', 'featured.png'), await picture('red'))
  await importSite({client: client(), folder: site()})
  const {url} = await client().fetch('*[_type == "sanity.imageAsset"][0]')
  expect(url).toContain('/images/')
  rmSync(join(folder(), 'lake/assets'), {recursive: true})
  const empty = join(folder(), 'empty')
  mkdirSync(empty)
  const report = await exportSite({client: client(), folder: empty})
  expect(report.refusals.map(({path}) => path)).toEqual([TALK])
  expect(existsSync(join(empty, TALK))).toBe(false)
})

test('a picture that cannot be read is told in plain words, and an edit of its page is no conflict later', async () => {
  const path = 'content/event/broken/index.md'
  const text =
    '---\ntitle: 깨진 그림\ndate: 2024-05-01T10:00:00Z\nimage:\n  caption: 설명\n  focal_point: Left\n---\n![그림](a.png)\n\n끝\n'
  put(path, text)
  put('content/event/broken/featured.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x78]))
  put('content/event/broken/a.png', 'no picture')
  const {notices} = await importSite({client: client(), folder: site()})
  const words = 'was not uploaded: it is no picture that can be read, though its name says so.'
  expect(notices.filter(({kind}) => kind === 'missingFile').map(({message}) => message)).toEqual(
    ['featured.jpg', 'a.png'].map((name) => `"content/event/broken/${name}" ${words}`),
  )
  await client()
    .patch(await idOf(path))
    .set({title: '고친 제목'})
    .commit()
  await exportSite({client: client(), folder: site()})
  expect(read(path)).toBe(text.replace('깨진 그림', '고친 제목'))
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
  put(path, read(path).replace('focal_point: Left', 'focal_point: Right').replace('![그림]', '![다른 그림]'))
  const {conflicts, updated} = await importSite({client: client(), folder: site()})
  expect([conflicts, updated]).toEqual([[], 1])
})

test('a picture that one language no longer wants stays as long as a translation in the folder shows it', async () => {
  writeFileSync(join(site(), 'config/_default/languages.yaml'), 'ko: {weight: 1}\nen: {weight: 2}\n')
  const [korean, english] = ['content/event/both/index.md', 'content/event/both/index.en.md']
  const text = '---\ntitle: 발표\ndate: 2024-05-01T10:00:00Z\n---\n'
  put(korean, text)
  put(english, text)
  put('content/event/both/featured.png', await picture('red'))
  await importSite({client: client(), folder: site()})
  const takeAway = async (path: string) =>
    client()
      .patch(await idOf(path))
      .unset(['image'])
      .commit()
  await takeAway(korean)
  const {notices} = await exportSite({client: client(), folder: site()})
  expect(notices.map(({path, message}) => [path, message])).toEqual([
    [
      korean,
      `"content/event/both/featured.png" stays in the folder, since ${english} shows it too: Hugo has no picture for one language alone.`,
    ],
  ])
  expect([existsSync(join(site(), 'content/event/both/featured.png')), read(korean)]).toEqual([true, text])
  expect((await importSite({client: client(), folder: site(), all: true})).steps).toEqual([])
  await takeAway(english)
  await exportSite({client: client(), folder: site()})
  expect(existsSync(join(site(), 'content/event/both/featured.png'))).toBe(false)
  expect((await exportSite({client: client(), folder: site()})).steps).toEqual([])
})

test('a link to a file that was uploaded is the one of the page then: another link that the owner adds is no conflict', async () => {
  await importSite({client: client(), folder: site()})
  const {_id} = await client().assets.upload('file', Buffer.from('%PDF-1.4'), {filename: 'notes.pdf'})
  const file = {_type: 'file', asset: {_type: 'reference', _ref: _id}}
  await client()
    .patch(TALK_ID)
    .set({links: [{_type: 'talkLink', _key: 'k', kind: 'pdf', file}]})
    .commit()
  await exportSite({client: client(), folder: site()})
  await client().patch(TALK_ID).set({title: '둘'}).commit()
  expect((await exportSite({client: client(), folder: site()})).steps.map(({changed}) => changed)).toEqual([['title']])
  put(TALK, read(TALK).replace(/^url_pdf: .*$/m, 'url_pdf: notes.pdf\nurl_code: https://code.example'))
  const {updated, conflicts} = await importSite({client: client(), folder: site()})
  const links = await client().fetch('*[_id == $id][0].links[]{kind, url}', {id: TALK_ID})
  expect([updated, conflicts, links]).toEqual([
    1,
    [],
    [
      {kind: 'pdf', url: 'notes.pdf'},
      {kind: 'code', url: 'https://code.example'},
    ],
  ])
})
