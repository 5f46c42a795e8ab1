import {expect, test} from 'vitest'
import {createSite} from './createSite.ts'
import {documents, everyBlockTalk, koreanTalk} from './fixtures/documents.ts'
import {clientAnswering, lakeOver} from './fixtures/lakeOver.ts'
import {clock, koreanAddress, readSite, siteOver, words} from './fixtures/readSite.ts'

const notFound =
  '페이지를 찾을 수 없습니다 주소가 바뀌었거나, 아직 공개되지 않았거나, 게시가 끝난 페이지입니다. 모든 발표 모든 발표'

test.each([
  'http://site.test/talk/none/',
  'http://site.test/talk/',
  'http://site.test/talk/every-block/more/',
  'http://site.test/constructor/every-block/',
  'http://site.test/author/none/',
  'http://site.test/project/none/',
  'http://site.test/slides/none/',
  'http://site.test/tag/none/',
  'http://site.test/talk/%E0%A4%A/',
  'http://site.test/talk/none/talk.ics',
])('%s does not exist', async (address) => {
  const {status, html} = await readSite(documents, address)
  expect({status, text: words(html)}).toEqual({status: 404, text: notFound})
})

test('an address in decomposed Hangul finds its page', async () => {
  const decomposed = `http://site.test/talk/${encodeURIComponent(koreanTalk.slug.current.normalize('NFD'))}/`
  expect((await readSite(documents, decomposed)).status).toEqual(200)
})

test('an address without its last slash is sent on', async () => {
  const response = await siteOver(documents).fetch(new Request('http://site.test/talk/every-block?x=1'))
  expect([response.status, response.headers.get('location')]).toEqual([308, '/talk/every-block/?x=1'])
})

test.each([
  ['/talk/예전/', 308, '/talk/every-block/'],
  ['/event/%EC%98%88%EC%A0%84/', 308, '/talk/every-block/'],
  ['/ko/events/a', 308, '/talk/every-block/'],
  ['/old/', 308, '/talk/every-block/'],
  ['/older/', 308, '/talk/every-block/'],
  ['/event/2024/beside/', 308, '/talk/every-block/'],
  ['/event/2024/%EA%B3%81/two', 308, '/talk/every-block/'],
  ['/event/above/', 308, '/talk/every-block/'],
  ['/talk/2024/beside.html', 308, '/talk/every-block/'],
  ['/beside/', 404, null],
  ['/event/beside/', 404, null],
  ['/talk/later/', 404, null],
  ['/talk/예전/more/', 404, null],
])('the former address %s leads to where the talk is: %i', async (path, status, location) => {
  const beside = ['beside', './곁/two/', '../above', 'beside.html']
  const aliases = ['/event/예전/', '/ko/event/a/', '/old', '/older/index.html', ...beside]
  const hidden = {
    ...koreanTalk,
    _id: 'hidden',
    publishDate: '2027-01-01T00:00:00Z',
    pageSettings: {aliases: ['/talk/later/']},
  }
  const renamed = {...everyBlockTalk, hugo: {address: '/event/2024/renamed/'}, pageSettings: {aliases}}
  const response = await siteOver([renamed, hidden]).fetch(new Request(`http://site.test${path}`))
  expect([response.status, response.headers.get('location')]).toEqual([status, location])
})

test.each([
  [
    '/event/2024/backend/',
    '/talk/%EB%B0%B1%EC%97%94%EB%93%9C-%EA%B0%9C%EB%B0%9C%EC%97%90-%EB%8C%80%ED%95%9C-%EC%A7%A7%EC%9D%80-%EA%B2%AC%ED%95%B4/',
  ],
  [
    '/talk/2024/Backend',
    '/talk/%EB%B0%B1%EC%97%94%EB%93%9C-%EA%B0%9C%EB%B0%9C%EC%97%90-%EB%8C%80%ED%95%9C-%EC%A7%A7%EC%9D%80-%EA%B2%AC%ED%95%B4/',
  ],
  ['/authors/lee/', '/author/lee/'],
  ['/en/projects/example/', '/en/project/example/'],
  ['/event/2024/hidden/', null],
])('the address %s of the Hugo site leads to %s', async (path, location) => {
  const at = (document: object, address: string, more: object = {}) => ({...document, hugo: {address, ...more}})
  const hidden = {...koreanTalk, _id: 'hidden', publishDate: '2027-01-01T00:00:00Z'}
  const [, lee, project] = documents
  const response = await siteOver([
    at(koreanTalk, '/event/2024/backend/'),
    at(hidden, '/event/2024/hidden/'),
    at(lee ?? {}, '/authors/lee/'),
    at(project ?? {}, '/en/projects/example/', {language: 'en'}),
  ]).fetch(new Request(`http://site.test${path}`))
  expect([response.status, response.headers.get('location')]).toEqual([location ? 308 : 404, location])
})

test.each([
  ['/event/2024/backend/slides.pdf', '/files/lectern/production/aa11.pdf'],
  ['/talk/2024/backend/%EC%82%AC%EC%A7%84/a%20b.jpg', '/images/lectern/production/bb22-40x30.jpg'],
  ['/event/2024/backend/notes.pdf', null],
  ['/event/2024/backend/other.pdf', null],
  ['/event/2024/hidden/slides.pdf', null],
  ['/event/2024/alone/slides.pdf', null],
  ['/event/2024/edited/slides.pdf', null],
  ['/slides.pdf', null],
])('the address %s of a file on the Hugo site leads to %s', async (path, location) => {
  const asset = 'file-aa11-pdf'
  const at = (name: string, file: string, assets: Record<string, string>, more: object = {}) => ({
    ...koreanTalk,
    _id: name,
    hugo: {
      address: `/event/2024/${name}/`,
      path: file,
      fingerprint: JSON.stringify({'#assets': JSON.stringify(assets)}),
    },
    ...more,
  })
  const folder = 'content/event/x'
  const response = await siteOver([
    at('backend', `${folder}/index.ko.md`, {
      [`${folder}/slides.pdf`]: asset,
      [`${folder}/사진/a b.jpg`.normalize('NFD')]: 'image-bb22-40x30-jpg',
      'assets/media/notes.pdf': asset,
    }),
    at('hidden', `${folder}/index.md`, {[`${folder}/slides.pdf`]: asset}, {publishDate: '2027-01-01T00:00:00Z'}),
    at('alone', `${folder}.md`, {'content/event/slides.pdf': asset}),
    {
      ...at('edited', `${folder}/index.md`, {}),
      hugo: {address: '/event/2024/edited/', path: `${folder}/index.md`, fingerprint: '{'},
    },
  ]).fetch(new Request(`http://site.test${path}`))
  expect([response.status, response.headers.get('location')]).toEqual([location ? 308 : 404, location])
})

test('an address with slashes too many is never sent on to another host', async () => {
  const response = await siteOver(documents).fetch(new Request('http://site.test//author/운영자'))
  const encoded = encodeURIComponent('운영자')
  expect([response.status, response.headers.get('location')]).toEqual([308, `/author/${encoded}/`])
})

test('HEAD answers without a body, other methods with 405', async () => {
  const site = siteOver(documents)
  const head = await site.fetch(new Request('http://site.test/', {method: 'HEAD'}))
  expect([head.status, await head.text()]).toEqual([200, ''])
  const post = await site.fetch(new Request('http://site.test/', {method: 'POST', body: 'x'}))
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('a browser that has a page is told whether it is still the same', async () => {
  const content = [{...koreanTalk}]
  const site = createSite({client: lakeOver(content), clock})
  const first = await site.fetch(new Request(koreanAddress))
  const etag = first.headers.get('etag') ?? ''
  const ask = (method: string) =>
    site.fetch(new Request(koreanAddress, {method, headers: {'if-none-match': `"x", W/${etag}`}}))
  const [again, head] = [await ask('GET'), await ask('HEAD')]
  expect([again.status, await again.text(), again.headers.get('etag'), head.status]).toEqual([304, '', etag, 304])
  content[0] = {...koreanTalk, title: '다른 제목'}
  const changed = await ask('GET')
  expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
  const missing = await site.fetch(new Request('http://site.test/talk/none/', {headers: {'if-none-match': '*'}}))
  expect([missing.status, missing.headers.get('cache-control'), missing.headers.get('etag')]).toEqual([
    404,
    'no-store',
    null,
  ])
})

test('a private page keeps search engines away and out of the sitemap', async () => {
  const hidden = {...everyBlockTalk, pageSettings: {private: true}}
  expect((await readSite([hidden], 'http://site.test/talk/every-block/')).html).toContain(
    '<meta name="robots" content="noindex"/>',
  )
  expect((await readSite([hidden], 'http://site.test/sitemap.xml')).html).toEqual(
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://site.test/</loc></url></urlset>\n',
  )
})

test('publishing shows at the next load', async () => {
  const content = [{...koreanTalk}]
  const site = createSite({client: lakeOver(content), clock})
  const title = async () => /<h1>(.*?)<\/h1>/.exec(await (await site.fetch(new Request(koreanAddress))).text())?.[1]
  expect(await title()).toEqual('백엔드 개발에 대한 짧은 견해')
  content[0] = {...koreanTalk, title: '백엔드 개발에 대한 긴 견해'}
  expect(await title()).toEqual('백엔드 개발에 대한 긴 견해')
})

test('a lake that does not answer gives a page that says so, and asks to come back', async () => {
  const errors: unknown[] = []
  const client = clientAnswering(() => Response.json({error: {description: 'no'}}, {status: 500}))
  const response = await createSite({client, clock, onError: (error) => errors.push(error)}).fetch(
    new Request(koreanAddress),
  )
  expect([response.status, response.headers.get('retry-after'), errors.length]).toEqual([503, '5', 1])
  expect(words(await response.text())).toEqual(
    '지금은 내용을 불러올 수 없습니다 잠시 뒤에 이 페이지를 다시 열어 주세요. 모든 발표 모든 발표',
  )
})

test('an error in making a page gives a page that says so', async () => {
  const errors: unknown[] = []
  const broken = {...koreanTalk, subtitle: {not: 'text'}}
  const response = await siteOver([broken], {onError: (error) => errors.push(error)}).fetch(new Request(koreanAddress))
  expect([response.status, String(errors[0])]).toEqual([500, 'TypeError: text.includes is not a function'])
  expect(words(await response.text())).toContain('페이지를 표시하지 못했습니다')
})

test('the style sheet is served for ever under its hash', async () => {
  const site = siteOver(documents)
  const address = /\/site\.[0-9a-f]{12}\.css/.exec(
    await (await site.fetch(new Request('http://site.test/'))).text(),
  )?.[0]
  const response = await site.fetch(new Request(`http://site.test${address}`))
  expect([response.status, response.headers.get('cache-control'), response.headers.get('content-type')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'text/css; charset=utf-8',
  ])
  expect(await response.text()).not.toMatch(/url\(|@import/)
})

test('the hosted lake’s images come from its CDN, which the page’s policy allows', async () => {
  const image = {...koreanTalk.image, asset: {_type: 'reference', _ref: 'image-abc-1600x900-jpg'}}
  const client = lakeOver([{...koreanTalk, image}]).withConfig({apiHost: 'https://api.sanity.io', projectId: 'abc123'})
  const response = await createSite({client, clock}).fetch(new Request(koreanAddress))
  expect(response.headers.get('content-security-policy')).toContain("img-src 'self' https://cdn.sanity.io data:;")
  expect(await response.text()).toContain(
    'src="https://cdn.sanity.io/images/abc123/production/abc-1600x900.jpg?w=720&amp;fit=max&amp;auto=format"',
  )
})
