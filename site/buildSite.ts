import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Site} from './createSite.ts'
import {eachAtOnce} from './server/eachAtOnce.ts'
import {redirectPage} from './server/redirectPage.ts'

export interface BuildOptions {
  site: Site
  assets: BuildAssets
  outDir: string
  /** Where the pages will be reached: `https://talks.example.org`. */
  origin: string
}

export interface BuildAssets {
  projectId: string
  dataset: string
  /** Those of a local lake become files too; a hosted one serves its own. */
  isLocal: boolean
  /** Fetches an image or file by its address: a path, of a local lake. */
  fetch: (address: string) => Promise<Response>
}

/** A page or file of the site could not be made; says which. */
export class SiteBuildError extends Error {
  override readonly name = 'SiteBuildError'
}

/** What became of the files, each list in the order of its names. */
export interface BuildReport {
  written: string[]
  unchanged: number
  removed: string[]
}

type Put = (name: string, content: Uint8Array) => Promise<void>

/** What the last build made, in the folder itself: what is gone from the site is removed, what others put there stays. */
const manifestName = '.lectern-site.json'

/** The lake answers for some pages while others are rendered; as many files are in memory at most. */
const pagesAtOnce = 8

/**
 * Writes the whole site as files: pages as `…/index.html`, former addresses as pages that lead on, the files that the Hugo site has beside its pages, `404.html`, and the images and files of a local lake in
 * the sizes the pages use. Only files whose content changed are written, each in one step; files of earlier builds that are gone are removed
 * at the end.
 *
 * @throws SiteBuildError naming the address that could not be made; nothing is removed then
 */
export async function buildSite({site, assets, outDir, origin}: BuildOptions): Promise<BuildReport> {
  const report: BuildReport = {written: [], unchanged: 0, removed: []}
  const made = new Set<string>()
  const put: Put = async (name, content) => {
    // Two addresses may be one page, as a former address that is now the second page of a list.
    if (made.has(name)) return
    made.add(name)
    if (await writeChanged(join(outDir, name), content)) report.written.push(name)
    else report.unchanged += 1
  }
  const localize = assets.isLocal ? createLocalizer(assets, origin, put) : async (content: string) => content
  const putMoved = async (name: string, moved: string) => {
    const {href, pathname} = new URL(moved, origin)
    if (!isAsset(pathname, assets)) return put(name, Buffer.from(redirectPage(href)))
    const response = await assets.fetch(moved)
    // What the import made of a file is no reference: an editor may have deleted it since.
    if (response.status !== 404) await put(name, await bytesOf(response, moved))
  }
  const page = async (address: string, name: string, status = 200) => {
    const response = await site.fetch(new Request(new URL(address, origin)))
    // A talk without a date has no calendar.
    if (response.status === 404 && address.endsWith('.ics')) return
    const moved = response.status === 308 ? response.headers.get('location') : null
    if (moved !== null) return putMoved(name, moved)
    if (response.status !== status) throw new SiteBuildError(`${decodeURI(address)} answered ${response.status}`)
    const content = await response.text()
    await put(name, Buffer.from(await localize(content)))
    const next = nextPage.exec(content)?.[1]
    if (next !== undefined) await page(next, fileName(next))
  }
  await eachAtOnce(await site.paths(), pagesAtOnce, (address) => page(address, fileName(address)))
  await page('/404.html', '404.html', 404)
  for (const name of await readManifest(outDir)) {
    if (made.has(name)) continue
    await rm(join(outDir, name), {force: true})
    report.removed.push(name)
  }
  await writeChanged(join(outDir, manifestName), Buffer.from(JSON.stringify([...made].sort(), undefined, 1)))
  report.written.sort()
  return report
}

/** The link of a list to its next page. */
const nextPage = /<a rel="next" href="([^"]*)"/

function fileName(address: string): string {
  // A tag may hold a slash, which stays encoded: it is no folder.
  const parts = address.split('/').map((part) => decodeURIComponent(part).replaceAll('/', '%2F'))
  return `${parts.join('/')}${address.endsWith('/') ? 'index.html' : ''}`.slice(1)
}

/** Saves the lake's images and files that a page names, each once, and lets the page name the saved ones. */
function createLocalizer(assets: BuildAssets, origin: string, put: Put): (content: string) => Promise<string> {
  const saved = new Map<string, Promise<string>>()
  // An address starts a word; the same path on another host is not the lake's.
  const address = new RegExp(
    `(?<![^\\s"'<>()=,])(https?://[^\\s"'<>()/]+)?(/(?:images|files)/${assets.projectId}/${assets.dataset}/[^\\s"'<>()#]+)`,
    'g',
  )
  const isOurs = (host: string | undefined): boolean => host === undefined || host === origin
  const plain = (path: string): string => path.replaceAll('&amp;', '&')
  return async (content) => {
    const names = new Map<string, string>()
    for (const [, host, path = ''] of content.matchAll(address)) {
      const key = plain(path)
      if (!isOurs(host)) continue
      const saving = saved.get(key) ?? saveAsset(key, assets, put)
      saved.set(key, saving)
      names.set(key, await saving)
    }
    return content.replace(address, (whole, host: string | undefined, path: string) =>
      isOurs(host) ? `${host ?? ''}${names.get(plain(path))}` : whole,
    )
  }
}

function isAsset(path: string, {projectId, dataset}: BuildAssets): boolean {
  return ['images', 'files'].some((kind) => path.startsWith(`/${kind}/${projectId}/${dataset}/`))
}

async function bytesOf(response: Response, address: string): Promise<Uint8Array> {
  if (!response.ok) throw new SiteBuildError(`${address} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

async function saveAsset(path: string, assets: BuildAssets, put: Put): Promise<string> {
  const response = await assets.fetch(path)
  const [plain = '', query] = path.split('?')
  const type = /^image\/(jpeg|png|webp|avif|gif)/.exec(response.headers.get('content-type') ?? '')?.[1]
  const size = query ? `-${createHash('sha256').update(query).digest('hex').slice(0, 8)}` : ''
  const name = plain.replace(/\.([a-z0-9]+)$/i, (_, extension) => `${size}.${query && type ? type : extension}`)
  await put(name.slice(1), await bytesOf(response, path))
  return name
}

/** True when the file was not there with this very content. */
async function writeChanged(path: string, content: Uint8Array): Promise<boolean> {
  const before = await readIfThere(path)
  if (before && before.equals(content)) return false
  await mkdir(dirname(path), {recursive: true})
  const part = `${path}.part`
  await writeFile(part, content, {flush: true})
  await rename(part, path)
  return true
}

async function readManifest(outDir: string): Promise<string[]> {
  const path = join(outDir, manifestName)
  const names = parseList((await readIfThere(path))?.toString('utf8') ?? '[]')
  if (names === undefined) throw new SiteBuildError(`${path} is not the list of a build; remove it`)
  return names.filter((name): name is string => typeof name === 'string' && !name.split('/').includes('..'))
}

function parseList(json: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return Array.isArray(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
