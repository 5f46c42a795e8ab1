import {readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'
import {get, sha1, upload} from './fixtures/assetRequests.ts'
import {blue, bytesOf, picture, red, sizeAndColors} from './fixtures/pictures.ts'

let lake: TestLake
beforeEach(() => void (lake = createTestLake()))
afterEach(() => lake.dispose())

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
  const asset = await upload(lake, 'images', await picture(), '?meta=none')
  expect((await sizeAndColors(await get(lake, asset, query))).size).toBe(size)
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
  const asset = await upload(lake, 'images', await picture(), '?meta=none')
  expect((await sizeAndColors(await get(lake, asset, query), [point])).colors).toEqual([color])
})

test('sat, blur and sharp change pixels and not the size', async () => {
  const asset = await upload(lake, 'images', await picture(), '?meta=none')
  const grey = await sizeAndColors(await get(lake, asset, '?sat=-100'), [[2, 2]])
  expect(new Set(grey.colors[0]).size).toBe(1)
  const blurred = await sizeAndColors(await get(lake, asset, '?blur=100'), [[40, 30]])
  expect(blurred.colors[0]).not.toEqual(blue)
  expect((await sizeAndColors(await get(lake, asset, '?sharp=50'))).size).toBe('80x60')
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
  const asset = await upload(lake, 'images', await picture(), '?meta=none')
  const response = await get(lake, asset, query, {accept})
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
  const asset = await upload(lake, 'images', gif)
  expect(asset.path).toMatch(/-80x60\.gif$/)
  const pages = async (query: string) =>
    (await sharp(await bytesOf(await get(lake, asset, query))).metadata()).pages ?? 1
  expect([await pages('?w=40'), await pages('?w=40&fm=webp'), await pages('?w=40&frame=1')]).toEqual([2, 2, 1])
})

test('the URLs of @sanity/image-url are understood, crop and hotspot included', async () => {
  const asset = await upload(lake, 'images', await picture(), '?meta=none')
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
    const asset = await upload(lake, 'images', await picture(), '?meta=none')
    const response = await get(lake, asset, `?${query}`)
    expect([response.status, (await response.text()).includes(`\\"${query.split('=')[0]}\\"`)]).toEqual([400, true])
  },
)

test('an answer of too many pixels is refused before anything is computed', async () => {
  const asset = await upload(lake, 'images', await picture(), '?meta=none')
  expect((await get(lake, asset, '?w=8192&h=8192&fit=scale')).status).toBe(400)
  expect((await get(lake, asset, '?w=8000&dpr=2')).status).toBe(400)
})

test('a result is made once and then read from the cache', async () => {
  const bytes = await picture()
  const asset = await upload(lake, 'images', bytes)
  const first = await bytesOf(await get(lake, asset, '?w=40'))
  expect(readdirSync(join(lake.dataDir, 'cache', 'images')).length).toBe(1)
  lake.blobs.remove(sha1(bytes))
  expect((await get(lake, asset, '?w=40')).status).toBe(404)
  expect(first.length).toBeGreaterThan(0)
})

test('the cache may be removed while the lake runs, and images are answered when it cannot be written', async () => {
  const folder = join(lake.dataDir, 'cache', 'images')
  const asset = await upload(lake, 'images', await picture(), '?meta=none')
  const sizeOf = async (query: string) => (await sizeAndColors(await get(lake, asset, query))).size
  expect(await sizeOf('?w=40')).toBe('40x30')
  rmSync(join(lake.dataDir, 'cache'), {recursive: true})
  expect([await sizeOf('?w=40'), await sizeOf('?w=20'), readdirSync(folder).length]).toEqual(['40x30', '20x15', 2])
  rmSync(folder, {recursive: true})
  writeFileSync(folder, 'no folder')
  expect([await sizeOf('?w=40'), await sizeOf('?w=60')]).toEqual(['40x30', '60x45'])
  expect(lake.log).toEqual([
    expect.stringContaining('WRITE cache/images Error: EEXIST'),
    expect.stringContaining('WRITE cache/images Error: EEXIST'),
  ])
})

test('a result that was not finished is gone at the next start', async () => {
  const folder = join(lake.dataDir, 'cache', 'images')
  writeFileSync(join(folder, 'half.part'), 'half of it')
  const {dataDir} = lake
  await lake.close()
  const again = createTestLake({dataDir})
  expect(readdirSync(folder)).toEqual([])
  await again.close()
})
