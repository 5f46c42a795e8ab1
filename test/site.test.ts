import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient, type SanityDocumentStub} from '@sanity/client'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {embeddedLake} from '../connection/embeddedLake.ts'
import {createLake, type Lake} from '../lake/createLake.ts'
import {createSite} from '../site/createSite.ts'
import {documents, koreanTalk} from '../site/fixtures/documents.ts'
import {loadSite} from '../site/loadSite.ts'

const origin = 'http://localhost:3333'
const address = `${origin}/talk/${encodeURIComponent(koreanTalk.slug.current)}/`
const folder = mkdtempSync(join(tmpdir(), 'lectern-site-'))
const content: Array<SanityDocumentStub & {_id: string}> = documents
let lake: Lake
let editor: SanityClient
let visitor: SanityClient

function clientOf(token?: string): SanityClient {
  return createClient({
    ...embeddedLake(origin),
    resolveFetch: () => async (input, init) => {
      const request = new Request(input, init)
      request.headers.set('host', new URL(origin).host)
      return lake.fetch(request)
    },
    ...(token && {token}),
  })
}

beforeAll(async () => {
  lake = createLake({
    dataDir: join(folder, 'data'),
    projectId: 'lectern',
    dataset: 'production',
    origins: () => [origin],
  })
  editor = clientOf(lake.token)
  visitor = clientOf()
  const transaction = editor.transaction()
  for (const document of content) transaction.createOrReplace(document)
  await transaction.commit()
})

afterAll(async () => {
  await lake.close()
  rmSync(folder, {recursive: true, force: true})
})

const titleOf = async (response: Response) => /<h1>(.*?)<\/h1>/.exec(await response.text())?.[1]

test('the lake answers every page of the site, to a visitor without any rights', async () => {
  const site = createSite({client: visitor, clock: () => new Date('2026-11-22T12:00:00Z')})
  const paths = [
    ...(await (await site.fetch(new Request(`${origin}/sitemap.xml`))).text()).matchAll(/<loc>(.*?)<\/loc>/g),
  ]
  const answers = await Promise.all(
    paths.map(async ([, path]) => `${(await site.fetch(new Request(path ?? ''))).status} ${decodeURI(path ?? '')}`),
  )
  expect(answers).toEqual([
    `200 ${origin}/`,
    `200 ${origin}/talk/백엔드-개발에-대한-짧은-견해/`,
    `200 ${origin}/talk/every-block/`,
    `200 ${origin}/author/admin/`,
    `200 ${origin}/author/lee/`,
    `200 ${origin}/project/example/`,
    `200 ${origin}/slides/example/`,
    `200 ${origin}/tag/백엔드/`,
    `200 ${origin}/tag/C%2B%2B %2F C%23/`,
  ])
})

test('a draft stays unseen, its publication shows at the next load, even with an editor’s client', async () => {
  const site = createSite({client: editor})
  await editor.create({...koreanTalk, _id: `drafts.${koreanTalk._id}`, title: '백엔드 개발에 대한 긴 견해'})
  expect(await titleOf(await site.fetch(new Request(address)))).toEqual('백엔드 개발에 대한 짧은 견해')
  await editor.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${koreanTalk._id}`,
    publishedId: koreanTalk._id,
  })
  expect(await titleOf(await site.fetch(new Request(address)))).toEqual('백엔드 개발에 대한 긴 견해')
})

test('an uploaded picture comes from the page’s own origin, in every size the page offers', async () => {
  const picture = await sharp({create: {width: 1000, height: 500, channels: 3, background: '#1d5f5a'}})
    .png()
    .toBuffer()
  const asset = await editor.assets.upload('image', picture, {filename: 'featured.png'})
  await editor
    .patch(koreanTalk._id)
    .set({'image.asset': {_type: 'reference', _ref: asset._id}})
    .commit()
  const html = await (await createSite({client: visitor}).fetch(new Request(address))).text()
  const addresses = (/srcSet="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&').split(', ')
  const widths = await Promise.all(
    addresses.map(async (entry) => {
      const [path = '', width] = entry.split(' ')
      const response = await lake.fetch(new Request(new URL(path, origin), {headers: {host: 'localhost:3333'}}))
      const {width: actual} = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
      return [width, actual]
    }),
  )
  expect(widths).toEqual([
    ['320w', 320],
    ['480w', 480],
    ['640w', 640],
    ['720w', 720],
    ['960w', 960],
    ['1000w', 1000],
  ])
  expect(html).toContain('<figcaption>Image credit: <a href="https://unsplash.com/ko" target="_blank" rel="noopener">')
})

test('the built site answers as its sources do, with its style sheet, and is built once', async () => {
  const lines: string[] = []
  const options = {outDir: join(folder, 'site'), print: (line: string) => lines.push(line)}
  const built = await loadSite(options)
  await loadSite(options)
  expect(lines).toEqual(['Building the site …'])
  const settings = {client: visitor, clock: () => new Date('2026-11-22T12:00:00Z')}
  const site = built.createSite(settings)
  const request = () => new Request(`${origin}/talk/every-block/`)
  const html = await (await site.fetch(request())).text()
  // vitest replaces style sheets by nothing, which changes their hash.
  const hash = /\/site\.[0-9a-f]{12}\.css/
  expect(html.replace(hash, '')).toEqual((await (await createSite(settings).fetch(request())).text()).replace(hash, ''))
  const stylesheet = await site.fetch(new Request(new URL(hash.exec(html)?.[0] ?? '', origin)))
  const css = await stylesheet.text()
  expect([stylesheet.status, css.includes('prefers-color-scheme: dark'), /url\(|@import/.test(css)]).toEqual([
    200,
    true,
    false,
  ])
})
