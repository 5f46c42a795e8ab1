import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {mutate} from '../endpoints/fixtures/writeRequests.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {get, sha1, upload} from './fixtures/assetRequests.ts'
import {bytesOf, picture, red, sizeAndColors} from './fixtures/pictures.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

test('an original is served as it is, for ever, and not again to who has it', async () => {
  const bytes = await picture()
  const asset = await upload(lake, 'images', bytes, '?filename=a.png')
  const response = await get(lake, asset)
  expect(Buffer.compare(await bytesOf(response), bytes)).toBe(0)
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    'content-disposition': `inline; filename="a.png"; filename*=UTF-8''a.png`,
    'content-length': String(bytes.byteLength),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'content-type': 'image/png',
    'cross-origin-resource-policy': 'cross-origin',
    etag: `"${sha1(bytes)}"`,
    'referrer-policy': 'strict-origin-when-cross-origin',
    vary: 'origin',
    'x-content-type-options': 'nosniff',
  })
  const known = (tags: string) => get(lake, asset, '', {'if-none-match': tags})
  const tag = `"${sha1(bytes)}"`
  const statuses = await Promise.all([tag, `"a","b", ${tag}`, `W/${tag}`, '*', '"other"', sha1(bytes)].map(known))
  expect(statuses.map(({status}) => status)).toEqual([304, 304, 304, 304, 200, 200])
})

test('dl downloads under a name of any script; dlRaw the original', async () => {
  const asset = await upload(lake, 'images', await picture(), '?filename=%EC%82%AC%EC%A7%84.png')
  const disposition = async (query: string) => (await get(lake, asset, query)).headers.get('content-disposition')
  expect(await disposition('?dl=')).toBe(`attachment; filename="__.png"; filename*=UTF-8''%EC%82%AC%EC%A7%84.png`)
  expect(await disposition('?w=10&dl=../a"b.png')).toBe(
    `attachment; filename=".._a_b.png"; filename*=UTF-8''.._a%22b.png`,
  )
  expect((await get(lake, asset, '?dlRaw=a.png&w=10')).headers.get('content-length')).toBe(String(asset['size']))
})

test('a picture of another type is saved under its ending, unless dl has the name', async () => {
  const png = await upload(lake, 'images', await picture(), '?filename=a.b.png')
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>'
  const svg = await upload(lake, 'images', drawing, '?filename=drawing', 'image/svg+xml')
  const filename = async (asset: typeof png, query: string, accept = '*/*') => {
    const disposition = (await get(lake, asset, query, {accept})).headers.get('content-disposition')
    return disposition?.replace(/; filename\*=.*/, '')
  }
  expect(await filename(png, '?w=10')).toBe('inline; filename="a.b.png"')
  expect(await filename(png, '?w=10&auto=format', 'image/webp')).toBe('inline; filename="a.b.webp"')
  expect(await filename(png, '?fm=pjpg&dl=')).toBe('attachment; filename="a.b.jpg"')
  expect(await filename(png, '?fm=webp&dl=mine.png')).toBe('attachment; filename="mine.png"')
  expect(await filename(svg, '?fm=png')).toBe('inline; filename="drawing.png"')
})

test('a name of one’s own may follow the address, as vanityName of @sanity/image-url writes it', async () => {
  const image = await upload(lake, 'images', await picture(), '?filename=a.png')
  const file = await upload(lake, 'files', '%PDF-1.4', '?filename=slides.pdf', 'application/pdf')
  const at = async (path: string) => {
    const {status, headers} = await lake.ask(path)
    return [status, headers.get('content-type'), headers.get('content-disposition')]
  }
  const hangul = `filename="__.png"; filename*=UTF-8''%EC%82%AC%EC%A7%84.png`
  expect([
    await at(`/${image.path}/${encodeURIComponent('사진.png')}?w=10`),
    await at(`/${image.path}/${encodeURIComponent('사진.png')}?dl=`),
    await at(`/${file.path}/talk.pdf`),
    await at(`/${file.path}/talk.pdf?dl=other.pdf`),
    (await lake.ask(`/${file.path}/talk.pdf/talk.pdf`)).status,
  ]).toEqual([
    [200, 'image/png', `inline; ${hangul}`],
    [200, 'image/png', `attachment; ${hangul}`],
    [200, 'application/pdf', `inline; filename="talk.pdf"; filename*=UTF-8''talk.pdf`],
    [200, 'application/pdf', `attachment; filename="other.pdf"; filename*=UTF-8''other.pdf`],
    404,
  ])
})

test.each([
  ['page.html', 'text/html', '<script>alert(1)</script>'],
  ['page.xhtml', 'application/xhtml+xml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['code.js', 'text/javascript', 'alert(1)'],
  ['feed.xml', 'application/xml', '<a/>'],
  ['image.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
])('%s never becomes a page of ours', async (name, type, body) => {
  const response = await get(lake, await upload(lake, 'files', body, `?filename=${name}`, type))
  expect([
    response.headers.get('content-disposition')?.split(';')[0],
    response.headers.get('content-security-policy'),
    response.headers.get('x-content-type-options'),
  ]).toEqual(['attachment', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox", 'nosniff'])
})

test.each(['a.png/info.json', 'a.png/full/full/0/default.jpg', 'a.png'])('IIIF is named: %s', async (path) => {
  expect(await lake.json(`/images/lectern/production/iiif/${path}`)).toEqual({
    statusCode: 501,
    error: 'Not Implemented',
    message: 'Not implemented by the embedded Content Lake: Images by IIIF; use the parameters of image URLs',
  })
})

test('a PDF is shown, under a policy that leaves the viewer of the browser alone', async () => {
  const {headers} = await get(lake, await upload(lake, 'files', '%PDF-1.4', '?filename=slides.pdf', 'application/pdf'))
  expect([
    headers.get('content-type'),
    headers.get('content-disposition')?.split(';')[0],
    headers.get('content-security-policy'),
    headers.get('x-content-type-options'),
  ]).toEqual(['application/pdf', 'inline', "base-uri 'none'; form-action 'none'", 'nosniff'])
})

test('an SVG image is shown by <img> and inert as a page; another type can be had', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><script>alert(1)</script><rect width="8" height="4" fill="#f00"/></svg>'
  const asset = await upload(lake, 'images', svg, '', 'image/svg+xml')
  const response = await get(lake, asset, '?w=4')
  expect([
    asset._id,
    response.headers.get('content-type'),
    response.headers.get('content-disposition')?.split(';')[0],
    response.headers.get('content-security-policy'),
  ]).toEqual([
    `image-${sha1(svg)}-8x4-svg`,
    'image/svg+xml',
    'attachment',
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  ])
  expect(await sizeAndColors(await get(lake, asset, '?w=4&fm=png'), [[1, 1]])).toEqual({size: '4x2', colors: [red]})
})

test('files come whole, in a range, or not at all', async () => {
  const asset = await upload(lake, 'files', '0123456789', '?filename=digits.txt', 'text/plain')
  const range = async (header: string, others: Record<string, string> = {}) => {
    const response = await get(lake, asset, '', {range: header, ...others})
    return [response.status, response.headers.get('content-range'), await response.text()]
  }
  expect(asset['mimeType']).toBe('text/plain')
  expect((await get(lake, asset)).headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await range('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await range('bytes=8-')).toEqual([206, 'bytes 8-9/10', '89'])
  expect(await range('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await range('bytes=5-99')).toEqual([206, 'bytes 5-9/10', '56789'])
  expect(await range('bytes=10-')).toEqual([416, 'bytes */10', ''])
  expect(await range('Bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  const whole = [200, null, '0123456789']
  expect(await range('lines=1-2')).toEqual(whole)
  expect(await range('bytes=1-2,4-5')).toEqual(whole)
  expect(await range('bytes=4-2')).toEqual(whole)
})

test('a range of another version is answered with the whole file, and HEAD says how long that is', async () => {
  const asset = await upload(lake, 'files', '0123456789', '?filename=digits.txt', 'text/plain')
  const tag = `"${sha1(Buffer.from('0123456789'))}"`
  const since = async (version: string) => {
    const response = await get(lake, asset, '', {range: 'bytes=2-4', 'if-range': version})
    return [response.status, await response.text()]
  }
  const whole = [200, '0123456789']
  expect(await since(tag)).toEqual([206, '234'])
  expect(await since('"other"')).toEqual(whole)
  expect(await since(`W/${tag}`)).toEqual(whole)
  expect(await since('Fri, 27 Nov 2026 12:00:00 GMT')).toEqual(whole)
  const {status, headers} = await lake.ask(`/${asset.path}`, {method: 'HEAD', headers: {range: 'bytes=2-4'}})
  expect([status, headers.get('content-length')]).toEqual([200, '10'])
})

test.each([
  '/files/lectern/production/..%2f..%2ftoken',
  '/files/lectern/production/%2e%2e/%2e%2e/token',
  '/files/lectern/..%2ftoken/x.txt',
  '/images/lectern/production/..%5c..%5ctoken',
  '/images/lectern/production/token',
  '/images/lectern/production/token/a.png',
  '/files/lectern/production/accounts.json',
  `/files/other/production/${'0'.repeat(40)}.txt`,
  `/files/lectern/production/${'0'.repeat(40)}.txt%00.png`,
])('%s leads nowhere', async (path) => {
  const response = await lake.ask(path)
  expect([response.status, (await response.text()).includes(lake.auth.administratorToken)]).toEqual([404, false])
  expect(existsSync(join(lake.dataDir, 'token'))).toBe(true)
})

test('what is uploaded to one dataset is not served from another', async () => {
  const asset = await upload(lake, 'files', 'a', '?filename=a.txt')
  await lake.ask('/v1/datasets/other', {method: 'PUT', headers: lake.asAdministrator, body: '{}'})
  expect((await lake.ask(`/${asset.path.replace('production', 'other')}`)).status).toBe(404)
})

test.each([
  ['text/html\r\nset-cookie: a=b', 'application/octet-stream', 'attachment'],
  ['한글/html', 'application/octet-stream', 'attachment'],
  ['image/Svg+xml', 'image/svg+xml', 'attachment'],
  ['TEXT/PLAIN; charset=euc-kr', 'text/plain; charset=utf-8', 'inline'],
])('a document that says its type is %j is served as %s', async (mimeType, type, disposition) => {
  const asset = await upload(lake, 'files', 'a', '?filename=a.txt')
  const set = {mimeType, originalFilename: 'half\ud83d.txt'}
  await mutate(lake, {patch: {id: asset._id, set}})
  const {status, headers} = await get(lake, asset)
  expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
    200,
    type,
    `${disposition}; filename="half_.txt"; filename*=UTF-8''half%EF%BF%BD.txt`,
  ])
})

test('what is kept of an image is kept for its type and for the page that asks', async () => {
  const asset = await upload(lake, 'images', await picture(), '?meta=none')
  const vary = async (query: string, headers: Record<string, string>) =>
    (await get(lake, asset, query, {accept: 'image/webp', ...headers})).headers.get('vary')
  expect([
    await vary('', {}),
    await vary('', {origin: lake.origin}),
    await vary('?w=10&auto=format', {}),
    await vary('?w=10&auto=format', {origin: lake.origin}),
  ]).toEqual(['origin', 'origin', 'accept, origin', 'accept, origin'])
})
