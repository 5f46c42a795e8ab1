import {createHash} from 'node:crypto'
import {existsSync, readdirSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join, sep} from 'node:path'
import mime from 'mime'

const BASE = '/studio/'

/** What a browser may do with the Studio's page: nobody else may show it in a frame. */
const PAGE_HEADERS = {
  'cache-control': 'no-cache',
  'content-security-policy': "frame-ancestors 'self'",
  'referrer-policy': 'same-origin',
}

/**
 * Serves a built Studio under `/studio`: its files, cached for ever where their name carries a hash, and `index.html`
 * for every other path, because the Studio routes in the browser. Sends the brotli or gzip copy to browsers that read
 * it.
 * @param options.dir folder of the build, as `ensureStudio` gives it.
 */
export function createStudioHandler({dir}: {dir: string}): (request: Request) => Promise<Response> {
  if (!existsSync(join(dir, 'index.html'))) throw new Error(`There is no built Studio in ${dir}`)
  const files = new Set(readdirSync(dir, {recursive: true, encoding: 'utf8'}).map((file) => file.split(sep).join('/')))
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response('Method not allowed', {status: 405, headers: {allow: 'GET, HEAD'}})
    const path = decodePath(new URL(request.url).pathname)
    const name = path.startsWith(BASE) ? path.slice(BASE.length) : ''
    if (/\.\w+$/.test(name) && files.has(name) && name !== 'index.html') return serveFile(dir, files, name, request)
    if (name.startsWith('static/')) return new Response('Not found', {status: 404})
    return serveFile(dir, files, 'index.html', request)
  }
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch (error) {
    if (error instanceof URIError) return pathname
    throw error
  }
}

async function serveFile(dir: string, files: ReadonlySet<string>, name: string, request: Request): Promise<Response> {
  const encoding = acceptedEncoding(request.headers.get('accept-encoding') ?? '', files, name)
  const content = await readFile(join(dir, encoding === undefined ? name : `${name}.${EXTENSIONS[encoding]}`))
  const etag = `"${createHash('sha1').update(content).digest('base64url')}"`
  const headers = new Headers({
    'content-type': contentType(name),
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    etag,
    ...(name.startsWith('static/') ? {'cache-control': 'public, max-age=31536000, immutable'} : PAGE_HEADERS),
    ...(encoding === undefined ? {} : {'content-encoding': encoding}),
  })
  if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers})
  headers.set('content-length', String(content.length))
  return new Response(request.method === 'HEAD' ? null : content, {headers})
}

const EXTENSIONS = {br: 'br', gzip: 'gz'} as const

function acceptedEncoding(
  accepted: string,
  files: ReadonlySet<string>,
  name: string,
): keyof typeof EXTENSIONS | undefined {
  const names = accepted
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  if (names.includes('br') && files.has(`${name}.br`)) return 'br'
  return names.includes('gzip') && files.has(`${name}.gz`) ? 'gzip' : undefined
}

function contentType(name: string): string {
  const type = mime.getType(name) ?? 'application/octet-stream'
  return /^text\/|javascript|json|svg/.test(type) ? `${type}; charset=utf-8` : type
}
