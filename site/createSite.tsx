import {createHash} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {renderToStaticMarkup} from 'react-dom/server'
import {SiteContext} from './components/SiteContext.tsx'
import {createAssets, type Assets} from './images/createAssets.ts'
import {spokenIn, type Language} from './language/strings.ts'
import {Document} from './pages/Document.tsx'
import {formerAddress} from './pages/formerAddress.ts'
import {formerFile} from './pages/formerFile.ts'
import {messagePage, type MessageStatus} from './pages/messagePage.tsx'
import type {Page, PageContext} from './pages/page.ts'
import {calendarOf, routeOf} from './pages/routes.ts'
import {talkCalendar} from './pages/talkCalendar.ts'
import {languagesQuery} from './queries/languagesQuery.ts'
import {siteQuery} from './queries/siteQuery.ts'
import {feed, feedOf} from './server/feed.ts'
import {LakeUnavailable} from './server/lakeUnavailable.ts'
import {revalidate} from './server/revalidate.ts'
import {sitemap, sitePaths} from './server/sitemap.ts'
import {favicon} from './styles/favicon.ts'
import css from './styles/site.css?raw'
import type {SiteOwner} from './talkContent.ts'

export interface SiteOptions {
  /** Reads the Content Lake, hosted or local. Only published documents are asked for, whatever it is allowed to see. */
  client: SanityClient
  clock?: () => Date
  language?: Language
  /** Where the site is reached, `https://talks.example.org`; by default where the request went. */
  origin?: string
  /** Images of other hosts: a link to them (default), or loaded by the reader's browser. */
  remoteImages?: 'link' | 'show'
  /** Hears of every error behind a 500 or 503 page. */
  onError?: (error: unknown) => void
}

export interface Site {
  /** Answers a request for any address of the site, errors included. Never rejects. */
  fetch(request: Request): Promise<Response>
  /**
   * The addresses of everything there is to fetch, for a static build, but for the further pages of lists, to which `rel="next"`
   * leads. Rejects with LakeUnavailable.
   */
  paths(): Promise<string[]>
}

const stylesheet = `/site.${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`

/** The site over a Content Lake, as a plain function of requests: no port, no state, every page read anew. */
export function createSite(options: SiteOptions): Site {
  const {clock = () => new Date(), language = 'ko', onError = console.error} = options
  const client = options.client.withConfig({perspective: 'published', useCdn: false, stega: false})
  const assets = createAssets(assetSource(client))
  const remoteImages = options.remoteImages ?? 'link'

  const queryIn =
    (wanted: string): PageContext['query'] =>
    async (groq, parameters = {}) => {
      try {
        return await client.fetch(groq, {language: wanted, ...parameters})
      } catch (error) {
        throw new LakeUnavailable(error)
      }
    }

  /** The language of what is listed: the one asked for, else the site's own where its talks have it, else any. */
  async function contextOf(asked?: string): Promise<PageContext> {
    const languages = await queryIn('')(languagesQuery)
    const own = languages.includes(language) ? language : ''
    const found = languages.flatMap((code) => code ?? []).sort()
    const context = {query: queryIn(asked ?? own), now: clock(), language, languages: found, assets}
    return asked === undefined ? context : {...context, asked}
  }

  function html(page: Page, owner: SiteOwner | null, request: Request): Response {
    const origin = options.origin ?? new URL(request.url).origin
    const spoken = spokenIn(page.contentLanguage, language)
    const markup = renderToStaticMarkup(
      <SiteContext value={{language, spoken, assets, remoteImages}}>
        <Document {...{page, language, spoken, origin, stylesheet, owner}} />
      </SiteContext>,
    )
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-language': page.contentLanguage ?? language,
      'cache-control': page.status ? 'no-store' : 'no-cache',
      'content-security-policy': contentPolicy(assets, remoteImages),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...(page.status === 503 && {'retry-after': '5'}),
      ...(page.status === 405 && {allow: 'GET, HEAD'}),
    }
    return new Response(`<!doctype html>${markup}`, {status: page.status ?? 200, headers})
  }

  function message(status: MessageStatus, request: Request, owner: SiteOwner | null = null, asked?: string): Response {
    return html(messagePage(status, language, asked), owner, request)
  }

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url)
    if (request.method !== 'GET' && request.method !== 'HEAD') return message(405, request)
    if (url.pathname === stylesheet) return file(css, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable')
    if (url.pathname === '/favicon.svg') return file(favicon, 'image/svg+xml', 'public, max-age=86400')
    const path = decodePath(url.pathname)
    if (!path) return message(404, request)
    const origin = options.origin ?? url.origin
    if (url.pathname === '/sitemap.xml')
      return file(await sitemap(await contextOf(), origin), 'application/xml; charset=utf-8')
    const wantedFeed = feedOf(path)
    if (wantedFeed) {
      const rss = await feed(await contextOf(wantedFeed.asked), origin)
      return rss ? file(rss, 'application/rss+xml; charset=utf-8') : message(404, request)
    }
    const wanted = calendarOf(path)
    if (wanted) {
      const calendar = await talkCalendar(await contextOf(wanted.asked), wanted.slug, origin)
      return calendar ? file(calendar, 'text/calendar; charset=utf-8') : message(404, request)
    }
    const route = routeOf(path)
    if (route && !url.pathname.endsWith('/'))
      return redirect(`/${path.map(encodeURIComponent).join('/')}/${url.search}`)
    const [owner, page] = await Promise.all([
      queryIn(route?.asked ?? language)(siteQuery),
      route && contextOf(route.asked).then((context) => route.load(context, route.slug, route.number)),
    ])
    if (page) return html(page, owner, request)
    const context = await contextOf()
    const moved = path.length > 0 && ((await formerAddress(context, path)) ?? (await formerFile(context, path)))
    const named = context.languages.find((code) => code === path[0])
    if (moved) return redirect(moved)
    return message(404, request, named === undefined ? owner : await queryIn(named)(siteQuery), named)
  }

  return {
    paths: async () => [...(await sitePaths(await contextOf())), stylesheet],
    async fetch(request) {
      const answered = await answer(request).catch((error: unknown) => {
        onError(error)
        return message(error instanceof LakeUnavailable ? 503 : 500, request)
      })
      const response = await revalidate(request, answered)
      return request.method === 'HEAD' ? new Response(null, response) : response
    },
  }
}

function assetSource(client: SanityClient) {
  const {projectId = '', dataset = '', apiHost} = client.config()
  const hosted = /\.sanity\.(io|work)$/.exec(new URL(apiHost).hostname)
  return {projectId, dataset, origin: hosted ? `https://cdn.sanity.${hosted[1]}` : ''}
}

/** Nothing runs, and nothing comes from elsewhere but images of the hosted lake (and of other hosts where that is wanted). */
function contentPolicy({origin}: Assets, remoteImages: 'link' | 'show'): string {
  const own = ["'self'", ...(origin ? [origin] : [])]
  const images = [...own, 'data:', ...(remoteImages === 'show' ? ['https:', 'http:'] : [])]
  return `default-src 'none'; img-src ${images.join(' ')}; media-src ${own.join(' ')}; style-src 'self'; base-uri 'none'; form-action 'none'`
}

function file(content: string, type: string, caching = 'no-cache'): Response {
  return new Response(content, {
    headers: {'content-type': type, 'cache-control': caching, 'x-content-type-options': 'nosniff'},
  })
}

function redirect(location: string): Response {
  return new Response(null, {status: 308, headers: {location, 'cache-control': 'no-store'}})
}

/** The parts of a path, decoded and in NFC (a Mac may type Hangul in NFD); undefined for malformed percent-encoding. */
function decodePath(pathname: string): string[] | undefined {
  try {
    return pathname
      .split('/')
      .filter((part) => part !== '')
      .map((part) => decodeURIComponent(part).normalize('NFC'))
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
