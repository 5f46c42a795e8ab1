import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import {afterAll, expect, test} from 'vitest'
import {createStudioHandler} from './createStudioHandler.ts'

const dir = mkdtempSync(join(tmpdir(), 'lectern-studio-'))
const code = 'export const talk = "발표"'
mkdirSync(join(dir, 'static'))
writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Lectern</title>')
writeFileSync(join(dir, 'static/main-abc.js'), code)
writeFileSync(join(dir, 'static/main-abc.js.br'), brotliCompressSync(code))
writeFileSync(join(dir, 'static/main-abc.js.gz'), gzipSync(code))
afterAll(() => rmSync(dir, {recursive: true}))

const studio = createStudioHandler({dir})
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  studio(new Request(`http://localhost:3333${path}`, {headers, method}))

test.each(['/studio', '/studio/', '/studio/structure/talk;talk-1,{"a":1}', '/studio/vision', '/studio/%E0%A4%A'])(
  '%s opens the Studio',
  async (path) => {
    const response = await get(path)
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ])
    expect(await response.text()).toContain('<title>Lectern</title>')
  },
)

test('hashed files are cached for ever, in the encoding that the browser reads', async () => {
  const head = async (accepted: string) => {
    const {headers} = await get('/studio/static/main-abc.js', {'accept-encoding': accepted}, 'HEAD')
    return [
      headers.get('content-encoding'),
      headers.get('cache-control'),
      headers.get('content-type'),
      headers.get('vary'),
    ]
  }
  const rest = ['public, max-age=31536000, immutable', 'text/javascript; charset=utf-8', 'accept-encoding']
  expect(await head('gzip, deflate, br')).toEqual(['br', ...rest])
  expect(await head('gzip, br;q=0')).toEqual(['gzip', ...rest])
  expect(await head('')).toEqual([null, ...rest])
  expect(await (await get('/studio/static/main-abc.js')).text()).toBe(code)
})

test('a page that did not change is not sent again', async () => {
  const etag = (await get('/studio/')).headers.get('etag') ?? ''
  expect((await get('/studio/', {'if-none-match': etag})).status).toBe(304)
})

test('missing files, other methods and ways out of the folder', async () => {
  expect((await get('/studio/static/gone.js')).status).toBe(404)
  expect((await get('/studio/', {}, 'POST')).status).toBe(405)
  expect(await (await get('/studio/..%2f..%2fetc%2fpasswd')).text()).toContain('<title>Lectern</title>')
})

test('no other site may show the Studio in a frame', async () => {
  expect((await get('/studio/')).headers.get('content-security-policy')).toBe("frame-ancestors 'self'")
})

test('a folder without a build is named', () => {
  expect(() => createStudioHandler({dir: join(dir, 'none')})).toThrow(/There is no built Studio in .*none/)
})
