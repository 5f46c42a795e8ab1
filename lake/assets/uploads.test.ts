import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {type Asset, get, sha1, upload} from './fixtures/assetRequests.ts'
import {picture, sizeAndColors} from './fixtures/pictures.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

/** The hashes of the bytes on the disk. */
const storedBlobs = ({dataDir}: TestLake): string[] =>
  readdirSync(join(dataDir, 'assets'))
    .filter((name) => name !== 'incoming')
    .flatMap((name) => readdirSync(join(dataDir, 'assets', name)))

test('an uploaded image becomes a document with its metadata in the shape of the service', async () => {
  const bytes = await picture()
  const document = await upload(
    lake,
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
      palette: {
        _type: 'sanity.imagePalette',
        dominant: swatch('#ff0000', 50),
        vibrant: swatch('#ff0000', 50),
        darkVibrant: swatch('#5800a7', 1.56),
        lightVibrant: {...swatch('#ff7a7a', 0), foreground: '#000'},
        muted: swatch('#ff0000', 0),
        darkMuted: swatch('#850000', 0),
        lightMuted: {...swatch('#ff7a7a', 0), foreground: '#000'},
      },
    },
  })
})

test('meta says what is extracted', async () => {
  const metadata = async (query: string, width: number) =>
    Object.keys((await upload(lake, 'images', await picture(width), query))['metadata'] as object)
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
  const quiet = await upload(lake, 'images', photo)
  expect(Object.keys(quiet['metadata'] as object)).not.toContain('exif')
  const other = await upload(lake, 'images', Buffer.concat([photo, Buffer.from([0])]), '?meta=exif&meta=location')
  expect(other._id).toMatch(/-60x80-jpg$/)
  expect(other['metadata']).toEqual({
    _type: 'sanity.imageMetadata',
    hasAlpha: false,
    isOpaque: true,
    dimensions: {_type: 'sanity.imageDimensions', width: 60, height: 80, aspectRatio: 0.75},
    exif: {
      _type: 'sanity.imageExifMetadata',
      LensModel: 'Lens',
      ColorSpace: 65_535,
      PixelXDimension: 80,
      PixelYDimension: 60,
    },
    location: {_type: 'geopoint', lat: expect.closeTo(37.56, 5), lng: expect.closeTo(126.98, 5)},
  })
  expect(
    (
      await sizeAndColors(await get(lake, other, '?w=30'), [
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
  const facts = async (bytes: Buffer) => (await upload(lake, 'images', bytes, '?meta=none'))['metadata']
  const expected = (width: number, isOpaque: boolean) => ({
    _type: 'sanity.imageMetadata',
    hasAlpha: true,
    isOpaque,
    dimensions: {_type: 'sanity.imageDimensions', width, height: 4, aspectRatio: width / 4},
  })
  expect(await facts(await create(1, 4))).toEqual(expected(4, true))
  expect(await facts(await create(0.5, 5))).toEqual(expected(5, false))
})

test('one transparent pixel of many is found, at any depth and in grey', async () => {
  const facts = async (pixels: Uint8Array | Uint16Array, width: number, channels: 2 | 4, space: string) => {
    const raw = {width, height: pixels.length / channels / width, channels}
    const bytes = await sharp(pixels, {raw}).toColourspace(space).png().toBuffer()
    const {metadata} = await upload(lake, 'images', bytes, '?meta=none')
    return (metadata as {isOpaque: boolean}).isOpaque
  }
  const rgba = new Uint8Array(2_000 * 1_000 * 4).fill(255)
  expect(await facts(rgba, 2_000, 4, 'srgb')).toBe(true)
  rgba[rgba.length - 1] = 254
  expect(await facts(rgba, 2_000, 4, 'srgb')).toBe(false)
  const deep = new Uint16Array(20 * 20 * 4).fill(65_535)
  expect(await facts(deep, 20, 4, 'rgb16')).toBe(true)
  deep[3] = 300
  expect(await facts(deep, 20, 4, 'rgb16')).toBe(false)
  const grey = new Uint8Array(20 * 20 * 2).fill(255)
  grey[1] = 0
  expect(await facts(grey, 20, 2, 'b-w')).toBe(false)
})

test('a large picture with an alpha channel is described in the time that it takes to decode it a few times', async () => {
  const background = {r: 1, g: 2, b: 3, alpha: 0.5}
  const bytes = await sharp({create: {width: 4_000, height: 4_000, channels: 4, background}})
    .png()
    .toBuffer()
  const before = process.cpuUsage()
  await sharp(bytes).raw().toBuffer()
  const once = process.cpuUsage(before)
  const {metadata} = await upload(lake, 'images', bytes)
  const all = process.cpuUsage(before)
  expect(Object.keys(metadata as object)).toContain('lqip')
  expect((all.user + all.system) / (once.user + once.system)).toBeLessThan(12)
})

test('a file that is no picture is refused without telling where it lies', async () => {
  const body = new Uint8Array(Buffer.from('0000001c66747970686569630000000068656963', 'hex'))
  const response = await lake.ask('/v1/assets/images/production', {method: 'POST', headers: lake.asAdministrator, body})
  const answer = await response.text()
  expect(response.status).toBe(400)
  expect(answer).toContain('Invalid image, could not read metadata')
  expect(answer).not.toContain(lake.dataDir)
})

test('the same bytes again give the document that is there; an image may also be a file', async () => {
  const bytes = await picture()
  const [first, second] = [
    await upload(lake, 'images', bytes),
    await upload(lake, 'images', bytes, '?filename=other.png'),
  ]
  expect(second).toEqual(first)
  expect((await upload(lake, 'files', bytes, '?filename=a.png'))._id).toBe(`file-${sha1(bytes)}-png`)
  expect(storedBlobs(lake)).toEqual([sha1(bytes)])
})

test('a blob goes with the last document that names it', async () => {
  const bytes = await picture()
  const image = await upload(lake, 'images', bytes)
  const file = await upload(lake, 'files', bytes, '?filename=a.png')
  const remove = (kind: string, {_id}: Asset) =>
    lake.ask(`/v1/assets/${kind}/production/${_id}`, {method: 'DELETE', headers: lake.asAdministrator})
  expect((await remove('images', image)).status).toBe(200)
  expect(storedBlobs(lake)).toEqual([sha1(bytes)])
  expect((await get(lake, image)).status).toBe(404)
  expect((await remove('files', file)).status).toBe(200)
  expect(storedBlobs(lake)).toEqual([])
  expect((await remove('files', file)).status).toBe(404)
})

test('nothing but an asset of its kind is deleted as one', async () => {
  const {_id} = await upload(lake, 'images', await picture())
  const body = JSON.stringify({mutations: [{create: {_id: 'talk-1', _type: 'talk'}}]})
  await lake.ask('/v1/data/mutate/production', {method: 'POST', headers: lake.asAdministrator, body})
  for (const path of ['files/production/talk-1', 'images/production/talk-1', `files/production/${_id}`]) {
    const response = await lake.ask(`/v1/assets/${path}`, {method: 'DELETE', headers: lake.asAdministrator})
    expect([path, response.status]).toEqual([path, 404])
  }
  const kept = await lake.json(`/v1/data/doc/production/talk-1,${_id}?excludeContent=true`, {
    headers: lake.asAdministrator,
  })
  expect(kept).toEqual({
    documents: [
      {_id: 'talk-1', _type: 'talk'},
      {_id, _type: 'sanity.imageAsset'},
    ],
    omitted: [],
  })
})

test.each([
  ['no image', 'plain text'],
  ['a broken one', '\x89PNG\r\n\x1a\n'],
  ['nothing', ''],
])('%s is refused as an image, and leaves no blob', async (_name, body) => {
  const response = await lake.ask('/v1/assets/images/production', {method: 'POST', headers: lake.asAdministrator, body})
  expect([response.status, storedBlobs(lake), readdirSync(join(lake.dataDir, 'assets', 'incoming'))]).toEqual([
    400,
    [],
    [],
  ])
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
