import {createHash} from 'node:crypto'
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {createImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'

interface Asset {
  _id: string
  url: string
  path: string
  [field: string]: unknown
}

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

const sha1 = (bytes: Uint8Array | string): string => createHash('sha1').update(bytes).digest('hex')

/** Red on the left, blue on the right. */
const picture = (width = 80, height = 60): Promise<Buffer> =>
  sharp({create: {width, height, channels: 3, background: '#ff0000'}})
    .composite([
      {input: {create: {width: width / 2, height, channels: 3, background: '#0000ff'}}, left: width / 2, top: 0},
    ])
    .removeAlpha()
    .png()
    .toBuffer()

async function upload(
  kind: 'images' | 'files',
  body: Uint8Array | string,
  query = '',
  contentType = 'application/octet-stream',
): Promise<Asset> {
  const response = await lake.ask(`/v2021-06-07/assets/${kind}/production${query}`, {
    method: 'POST',
    headers: {...lake.asAdministrator, 'content-type': contentType},
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  const {document}: {document: Asset} = JSON.parse(await response.text())
  return document
}

const get = (asset: Asset, query = '', headers: Record<string, string> = {}) =>
  lake.ask(`/${asset.path}${query}`, {headers})
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer())
const blobs = (): string[] =>
  readdirSync(join(lake.dataDir, 'assets'))
    .filter((name) => name !== 'incoming')
    .flatMap((name) => readdirSync(join(lake.dataDir, 'assets', name)))

async function sizeAndColors(response: Response, points: [number, number][] = []) {
  const {data, info} = await sharp(await bytesOf(response))
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const colors = points.map(([x, y]) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 3)])
  return {size: `${info.width}x${info.height}`, colors}
}

const red = [255, 0, 0]
const blue = [0, 0, 255]

test('a lake that moved gives its assets the new address, once, and leaves those of others alone', async () => {
  const {dataDir} = lake
  const image = await upload('images', await picture())
  const file = await upload('files', 'a')
  const foreign = {
    ...image,
    _id: `${image._id}x`,
    url: 'https://cdn.sanity.io/images/other/production/a.png',
    path: 'images/other/production/a.png',
  }
  await lake.ask('/v1/data/mutate/production', {
    method: 'POST',
    headers: lake.asAdministrator,
    body: JSON.stringify({mutations: [{create: foreign}]}),
  })
  await lake.close()

  const moved = createTestLake({
    dataDir,
    ids: 'moved',
    origins: () => ['http://localhost:4444', 'http://127.0.0.1:4444'],
  })
  const urls = async (at: TestLake, origin: string) => {
    const path = `/v1/data/query/production?query=${encodeURIComponent('*[defined(url)] | order(_type, _id).url')}`
    const response = await at.fetch(new Request(origin + path, {headers: at.asAdministrator}))
    const {result}: {result: string[]} = await response.json()
    return result
  }
  expect(await moved.moveAssets('http://localhost:4444')).toBe(2)
  expect(await moved.moveAssets('http://localhost:4444')).toBe(0)
  const at = (origin: string) => [file, image].map(({path}) => `${origin}/${path}`)
  expect(await urls(moved, 'http://localhost:4444')).toEqual([...at('http://localhost:4444'), foreign.url])
  // Another of its own addresses is as good.
  expect(await moved.moveAssets('http://127.0.0.1:4444')).toBe(0)
  await moved.close()

  const publicOrigin = 'https://talks.example.org'
  lake = createTestLake({dataDir, ids: 'public', publicOrigin, origins: () => ['http://localhost:3333', publicOrigin]})
  expect(await lake.moveAssets('http://localhost:3333')).toBe(2)
  expect(await urls(lake, lake.origin)).toEqual([...at(publicOrigin), foreign.url])
  expect((await upload('files', 'b')).url).toMatch(/^https:\/\/talks\.example\.org\/files\//)
})

test('an uploaded image becomes a document with its metadata in the shape of the service', async () => {
  const bytes = await picture()
  const document = await upload(
    'images',
    bytes,
    '?filename=%EC%82%AC%EC%A7%84.png&label=l&title=t&sourceId=1&sourceName=s',
    'image/png',
  )
  const hash = sha1(bytes)
  const path = `images/lectern/production/${hash}-80x60.png`
  const swatch = (background: string, population: number, title = '#fff') => ({
    _type: 'sanity.imagePaletteSwatch',
    background,
    foreground: '#fff',
    title,
    population,
  })
  expect(document).toEqual({
    _id: `image-${hash}-80x60-png`,
    _type: 'sanity.imageAsset',
    _rev: 'id-2',
    _createdAt: '2026-11-22T09:00:00.000Z',
    _updatedAt: '2026-11-22T09:00:00.000Z',
    originalFilename: '사진.png',
    label: 'l',
    title: 't',
    source: {_type: 'sanity.assetSourceData', id: '1', name: 's'},
    sha1hash: hash,
    assetId: hash,
    uploadId: 'id-1',
    size: bytes.byteLength,
    extension: 'png',
    mimeType: 'image/png',
    path,
    url: `http://localhost:3333/${path}`,
    metadata: {
      _type: 'sanity.imageMetadata',
      hasAlpha: false,
      isOpaque: true,
      dimensions: {_type: 'sanity.imageDimensions', width: 80, height: 60, aspectRatio: 80 / 60},
      lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
      blurHash: expect.stringMatching(/^.{28}$/),
      thumbHash: expect.stringMatching(/^[\w+/]+=*$/),
      palette: expect.objectContaining({
        _type: 'sanity.imagePalette',
        dominant: swatch('#ff0000', 50),
        vibrant: swatch('#ff0000', 50),
      }),
    },
  })
})

test('meta says what is extracted', async () => {
  const metadata = async (query: string, width: number) =>
    Object.keys((await upload('images', await picture(width), query))['metadata'] as object)
  const always = ['_type', 'hasAlpha', 'isOpaque', 'dimensions']
  expect(await metadata('?meta=none', 10)).toEqual(always)
  expect(await metadata('?meta=lqip&meta=palette', 12)).toEqual([...always, 'lqip', 'palette'])
})

test('place and camera are read only when asked for, and a photograph is turned upright', async () => {
  const photo = await sharp(await picture())
    .withExif({
      IFD0: {Orientation: '6'},
      IFD2: {LensModel: 'Lens'},
      IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 36/1', GPSLongitudeRef: 'E', GPSLongitude: '126/1 58/1 48/1'},
    })
    .withMetadata({orientation: 6})
    .jpeg()
    .toBuffer()
  const quiet = await upload('images', photo)
  expect(Object.keys(quiet['metadata'] as object)).not.toContain('exif')
  const other = await upload('images', Buffer.concat([photo, Buffer.from([0])]), '?meta=exif&meta=location')
  expect(other._id).toMatch(/-60x80-jpg$/)
  expect(other['metadata']).toEqual(
    expect.objectContaining({
      exif: expect.objectContaining({_type: 'sanity.imageExifMetadata', LensModel: 'Lens'}),
      location: {_type: 'geopoint', lat: expect.closeTo(37.56, 5), lng: expect.closeTo(126.98, 5)},
    }),
  )
  expect(
    (
      await sizeAndColors(await get(other, '?w=30'), [
        [15, 5],
        [15, 35],
      ])
    ).size,
  ).toBe('30x40')
})

test('transparency is told from an alpha channel that nobody uses', async () => {
  const create = (alpha: number, width: number) =>
    sharp({create: {width, height: 4, channels: 4, background: {r: 1, g: 2, b: 3, alpha}}})
      .png()
      .toBuffer()
  const facts = async (bytes: Buffer) => (await upload('images', bytes, '?meta=none'))['metadata']
  expect(await facts(await create(1, 4))).toEqual(expect.objectContaining({hasAlpha: true, isOpaque: true}))
  expect(await facts(await create(0.5, 5))).toEqual(expect.objectContaining({hasAlpha: true, isOpaque: false}))
})

test('the same bytes again give the document that is there; an image may also be a file', async () => {
  const bytes = await picture()
  const [first, second] = [await upload('images', bytes), await upload('images', bytes, '?filename=other.png')]
  expect(second).toEqual(first)
  expect((await upload('files', bytes, '?filename=a.png'))._id).toBe(`file-${sha1(bytes)}-png`)
  expect(blobs()).toEqual([sha1(bytes)])
})

test('a blob goes with the last document that names it', async () => {
  const bytes = await picture()
  const image = await upload('images', bytes)
  const file = await upload('files', bytes, '?filename=a.png')
  const remove = (kind: string, {_id}: Asset) =>
    lake.ask(`/v1/assets/${kind}/production/${_id}`, {method: 'DELETE', headers: lake.asAdministrator})
  expect((await remove('images', image)).status).toBe(200)
  expect(blobs()).toEqual([sha1(bytes)])
  expect((await get(image)).status).toBe(404)
  expect((await remove('files', file)).status).toBe(200)
  expect(blobs()).toEqual([])
  expect((await remove('files', file)).status).toBe(404)
})

test.each([
  ['no image', 'plain text'],
  ['a broken one', '\x89PNG\r\n\x1a\n'],
  ['nothing', ''],
])('%s is refused as an image, and leaves no blob', async (_name, body) => {
  const response = await lake.ask('/v1/assets/images/production', {method: 'POST', headers: lake.asAdministrator, body})
  expect([response.status, blobs(), readdirSync(join(lake.dataDir, 'assets', 'incoming'))]).toEqual([400, [], []])
})

test('an image of more pixels than we decode is refused by its header', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><rect width="1" height="1"/></svg>'
  const response = await lake.ask('/v1/assets/images/production', {
    method: 'POST',
    headers: lake.asAdministrator,
    body: svg,
  })
  expect(response.status).toBe(400)
})

test('an original is served as it is, for ever, and not again to who has it', async () => {
  const bytes = await picture()
  const asset = await upload('images', bytes, '?filename=a.png')
  const response = await get(asset)
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
    'x-content-type-options': 'nosniff',
  })
  expect((await get(asset, '', {'if-none-match': `"${sha1(bytes)}"`})).status).toBe(304)
})

test.each([
  ['?w=40', '40x30'],
  ['?h=30', '40x30'],
  ['?w=40&h=40', '40x30'],
  ['?w=160', '160x120'],
  ['?w=160&fit=max', '80x60'],
  ['?w=2000&fit=max&auto=format', '80x60'],
  ['?w=40&dpr=2', '80x60'],
  ['?w=40&h=40&fit=crop', '40x40'],
  ['?w=160&h=160&fit=min', '60x60'],
  ['?w=40&h=40&fit=fill&bg=00ff00', '40x40'],
  ['?w=200&h=200&fit=fillmax&bg=00ff00', '200x200'],
  ['?w=20&h=50&fit=scale', '20x50'],
  ['?rect=0,0,20,10', '20x10'],
  ['?rect=40,0,400,400', '40x60'],
  ['?w=10&min-w=20', '20x15'],
  ['?w=60&max-w=30', '30x23'],
  ['?w=30&or=90', '30x40'],
  ['?w=40&pad=5', '50x40'],
  ['?w=40&border=2,ff0000', '44x34'],
  ['?dpr=0.5', '40x30'],
])('%s gives %s', async (query, size) => {
  const asset = await upload('images', await picture(), '?meta=none')
  expect((await sizeAndColors(await get(asset, query))).size).toBe(size)
})

test.each<[string, [number, number], number[]]>([
  ['?w=20&h=60&fit=crop&crop=left', [10, 30], red],
  ['?w=20&h=60&fit=crop&crop=right', [10, 30], blue],
  ['?w=20&h=60&fit=crop&crop=focalpoint&fp-x=0.9&fp-y=0.5', [10, 30], blue],
  ['?w=20&h=60&fit=crop&fp-x=0.1&fp-y=0.5', [10, 30], red],
  ['?rect=40,0,40,60&w=10', [5, 5], blue],
  ['?flip=h', [2, 2], blue],
  ['?flip=v', [2, 2], red],
  ['?or=180', [2, 2], blue],
  ['?or=90', [30, 2], red],
  ['?invert=true', [2, 2], [0, 255, 255]],
  ['?w=40&h=40&fit=fill&bg=0f0', [20, 1], [0, 255, 0]],
  ['?w=40&h=40&fit=fill&bg=ff00ff00', [20, 1], [0, 255, 0]],
  ['?w=40&border=2,00ff00', [0, 0], [0, 255, 0]],
  ['?w=40&pad=3&bg=00ff00', [0, 0], [0, 255, 0]],
])('%s has at %j the colour %j', async (query, point, color) => {
  const asset = await upload('images', await picture(), '?meta=none')
  expect((await sizeAndColors(await get(asset, query), [point])).colors).toEqual([color])
})

test('sat, blur and sharp change pixels and not the size', async () => {
  const asset = await upload('images', await picture(), '?meta=none')
  const grey = await sizeAndColors(await get(asset, '?sat=-100'), [[2, 2]])
  expect(new Set(grey.colors[0]).size).toBe(1)
  const blurred = await sizeAndColors(await get(asset, '?blur=100'), [[40, 30]])
  expect(blurred.colors[0]).not.toEqual(blue)
  expect((await sizeAndColors(await get(asset, '?sharp=50'))).size).toBe('80x60')
})

test.each([
  ['?fm=jpg', '', 'image/jpeg'],
  ['?fm=pjpg&q=10', '', 'image/jpeg'],
  ['?fm=webp', '', 'image/webp'],
  ['?fm=avif', '', 'image/avif'],
  ['?w=10', 'image/webp', 'image/png'],
  ['?w=10&auto=format', 'image/avif,image/webp,*/*', 'image/webp'],
  ['?w=10&auto=format', '*/*', 'image/png'],
])('%s for who accepts %j is %s', async (query, accept, type) => {
  const asset = await upload('images', await picture(), '?meta=none')
  const response = await get(asset, query, {accept})
  const {format} = await sharp(await bytesOf(response)).metadata()
  expect(response.headers.get('content-type')).toBe(type)
  expect(format).toBe(type === 'image/avif' ? 'heif' : type.replace('image/', ''))
})

test('an animation stays one unless a still is asked for', async () => {
  const frames = await Promise.all([picture(), picture()])
  const first = await sharp(frames[0]).raw().toBuffer()
  const second = await sharp(frames[1]).negate().raw().toBuffer()
  const gif = await sharp(Buffer.concat([first, second]), {raw: {width: 80, height: 120, channels: 3, pageHeight: 60}})
    .gif({delay: [100, 100]})
    .toBuffer()
  const asset = await upload('images', gif)
  expect(asset.path).toMatch(/-80x60\.gif$/)
  const pages = async (query: string) => (await sharp(await bytesOf(await get(asset, query))).metadata()).pages ?? 1
  expect([await pages('?w=40'), await pages('?w=40&fm=webp'), await pages('?w=40&frame=1')]).toEqual([2, 2, 1])
})

test('the URLs of @sanity/image-url are understood, crop and hotspot included', async () => {
  const asset = await upload('images', await picture(), '?meta=none')
  const builder = createImageUrlBuilder({projectId: 'lectern', dataset: 'production', baseUrl: lake.origin})
  const source = {
    asset: {_ref: asset._id},
    crop: {left: 0.5, right: 0, top: 0, bottom: 0},
    hotspot: {x: 0.75, y: 0.5, width: 0.3, height: 0.3},
  }
  const url = new URL(builder.image(source).width(20).height(20).fit('crop').dpr(2).quality(60).auto('format').url())
  const response = await lake.ask(url.pathname + url.search)
  expect(await sizeAndColors(response, [[20, 20]])).toEqual({size: '40x40', colors: [blue]})
})

test.each(['w=0', 'w=9000', 'w=x', 'fit=cover', 'rect=1,2,3', 'q=101', 'bg=red', 'dpr=50', 'blur=5000', 'fm=exe'])(
  'the parameter %s is refused by name',
  async (query) => {
    const asset = await upload('images', await picture(), '?meta=none')
    const response = await get(asset, `?${query}`)
    expect([response.status, (await response.text()).includes(`\\"${query.split('=')[0]}\\"`)]).toEqual([400, true])
  },
)

test('an answer of too many pixels is refused before anything is computed', async () => {
  const asset = await upload('images', await picture(), '?meta=none')
  expect((await get(asset, '?w=8192&h=8192&fit=scale')).status).toBe(400)
  expect((await get(asset, '?w=8000&dpr=2')).status).toBe(400)
})

test('a result is made once and then read from the cache', async () => {
  const bytes = await picture()
  const asset = await upload('images', bytes)
  const first = await bytesOf(await get(asset, '?w=40'))
  expect(readdirSync(join(lake.dataDir, 'cache', 'images')).length).toBe(1)
  lake.blobs.remove(sha1(bytes))
  expect((await get(asset, '?w=40')).status).toBe(404)
  expect(first.length).toBeGreaterThan(0)
})

test('dl downloads under a name of any script; dlRaw the original', async () => {
  const asset = await upload('images', await picture(), '?filename=%EC%82%AC%EC%A7%84.png')
  const disposition = async (query: string) => (await get(asset, query)).headers.get('content-disposition')
  expect(await disposition('?dl=')).toBe(`attachment; filename="__.png"; filename*=UTF-8''%EC%82%AC%EC%A7%84.png`)
  expect(await disposition('?w=10&dl=../a"b.png')).toBe(
    `attachment; filename=".._a_b.png"; filename*=UTF-8''.._a%22b.png`,
  )
  expect((await get(asset, '?dlRaw=a.png&w=10')).headers.get('content-length')).toBe(String(asset['size']))
})

test.each([
  ['page.html', 'text/html', '<script>alert(1)</script>'],
  ['page.xhtml', 'application/xhtml+xml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['code.js', 'text/javascript', 'alert(1)'],
  ['feed.xml', 'application/xml', '<a/>'],
  ['image.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
])('%s never becomes a page of ours', async (name, type, body) => {
  const response = await get(await upload('files', body, `?filename=${name}`, type))
  expect([
    response.headers.get('content-disposition')?.split(';')[0],
    response.headers.get('content-security-policy'),
    response.headers.get('x-content-type-options'),
  ]).toEqual(['attachment', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox", 'nosniff'])
})

test('an SVG image is shown by <img> and inert as a page; another type can be had', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><script>alert(1)</script><rect width="8" height="4" fill="#f00"/></svg>'
  const asset = await upload('images', svg, '', 'image/svg+xml')
  const response = await get(asset, '?w=4')
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
  expect(await sizeAndColors(await get(asset, '?w=4&fm=png'), [[1, 1]])).toEqual({size: '4x2', colors: [red]})
})

test('files come whole, in a range, or not at all', async () => {
  const asset = await upload('files', '0123456789', '?filename=digits.txt', 'text/plain')
  const range = async (header: string) => {
    const response = await get(asset, '', {range: header})
    return [response.status, response.headers.get('content-range'), await response.text()]
  }
  expect(asset['mimeType']).toBe('text/plain')
  expect((await get(asset)).headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await range('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await range('bytes=8-')).toEqual([206, 'bytes 8-9/10', '89'])
  expect(await range('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await range('bytes=5-99')).toEqual([206, 'bytes 5-9/10', '56789'])
  expect(await range('bytes=10-')).toEqual([416, 'bytes */10', ''])
  expect(await range('lines=1-2')).toEqual([200, null, '0123456789'])
})

test.each([
  '/files/lectern/production/..%2f..%2ftoken',
  '/files/lectern/production/%2e%2e/%2e%2e/token',
  '/files/lectern/..%2ftoken/x.txt',
  '/images/lectern/production/..%5c..%5ctoken',
  '/images/lectern/production/token',
  '/files/lectern/production/accounts.json',
  `/files/other/production/${'0'.repeat(40)}.txt`,
  `/files/lectern/production/${'0'.repeat(40)}.txt%00.png`,
])('%s leads nowhere', async (path) => {
  const response = await lake.ask(path)
  expect([response.status, (await response.text()).includes(lake.auth.administratorToken)]).toEqual([404, false])
  expect(existsSync(join(lake.dataDir, 'token'))).toBe(true)
})

test('what is uploaded to one dataset is not served from another', async () => {
  const asset = await upload('files', 'a', '?filename=a.txt')
  await lake.ask('/v1/datasets/other', {method: 'PUT', headers: lake.asAdministrator, body: '{}'})
  expect((await lake.ask(`/${asset.path.replace('production', 'other')}`)).status).toBe(404)
})

test('an upload for which the disk has no room says so and leaves nothing', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {code: 'ENOSPC'})
  const body = new ReadableStream({start: (controller) => controller.error(full)})
  const init = {method: 'POST', headers: lake.asAdministrator, body, duplex: 'half'}
  const response = await lake.ask('/v1/assets/files/production', init)
  expect([response.status, await response.json()]).toEqual([
    507,
    {
      statusCode: 507,
      error: 'storage_full',
      message: 'The disk is full: nothing was stored. Free some space and try again. (ENOSPC)',
    },
  ])
  expect(readdirSync(join(lake.dataDir, 'assets', 'incoming'))).toEqual([])
})
