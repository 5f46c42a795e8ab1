import type {SanityClient} from '@sanity/client'
import {createAssets} from './images/createAssets.ts'
import {spokenFor, type Language} from './language/strings.ts'
import {formerAddress} from './pages/formerAddress.ts'
import {formerFile} from './pages/formerFile.ts'
import {messagePage, type MessageStatus} from './pages/messagePage.tsx'
import type {Page} from './pages/page.ts'
import {routeOf} from './pages/routes.ts'
import {siteQuery} from './queries/siteQuery.ts'
import {createContexts} from './server/createContexts.ts'
import {decodePath} from './server/decodePath.ts'
import {fixedFile, stylesheet} from './server/fixedFiles.ts'
import {LakeUnavailable} from './server/lakeUnavailable.ts'
import {pageResponse} from './server/pageResponse.tsx'
import {fileResponse, redirect} from './server/responses.ts'
import {revalidate} from './server/revalidate.ts'
import {sitePaths} from './server/sitemap.ts'
import {writtenFileOf} from './server/writtenFiles.ts'
import type {SiteOwner} from './talkContent.ts'

export interface SiteOptions {
  /** Reads the Content Lake, hosted or local. Only published documents are asked for, whatever it is allowed to see. */
  client: SanityClient
  clock?: () => Date
  /** The language of its words, and of the talks that it lists; by default the Hugo site's, as far as an import said it, else Korean. */
  language?: Language | undefined
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

/** The site over a Content Lake, as a plain function of requests: no port, no state, every page read anew. */
export function createSite(options: SiteOptions): Site {
  const {clock = () => new Date(), remoteImages = 'link', onError = console.error} = options
  const client = options.client.withConfig({perspective: 'published', useCdn: false, stega: false})
  const assets = createAssets(assetSource(client))
  const {queryIn, contextOf} = createContexts({client, clock, assets, language: options.language})
  const originOf = ({url}: Request): string => options.origin ?? new URL(url).origin

  function show(page: Page, owner: SiteOwner | null, request: Request, language: Language): Response {
    return pageResponse(page, owner, originOf(request), {language, remoteImages, assets})
  }

  /** What can be said without asking the lake. */
  function message(status: MessageStatus, request: Request): Response {
    const language = options.language ?? spokenFor(null)
    return show(messagePage(status, language), null, request, language)
  }

  async function answer(request: Request): Promise<Response> {
    const {pathname, search} = new URL(request.url)
    if (request.method !== 'GET' && request.method !== 'HEAD') return message(405, request)
    const fixed = fixedFile(pathname)
    if (fixed) return fixed
    const path = decodePath(pathname)
    if (!path) return message(404, request)
    const written = writtenFileOf(path)
    if (written) {
      const context = await contextOf(written.asked)
      const text = await written.write(context, originOf(request))
      if (text !== undefined) return fileResponse(text, written.type)
      return show(messagePage(404, context.language, written.asked), null, request, context.language)
    }
    const route = routeOf(path)
    if (route && !pathname.endsWith('/')) return redirect(`/${path.map(encodeURIComponent).join('/')}/${search}`)
    if (!route) return answerMissing(path, request)
    const context = await contextOf(route.asked)
    const [owner, page] = await Promise.all([
      queryIn(route.asked ?? context.language)(siteQuery),
      route.load(context, route.slug, route.number),
    ])
    return page ? show(page, owner, request, context.language) : answerMissing(path, request)
  }

  /** Leads on from a former address of a page or a file; else says that there is none, in the language of the address. */
  async function answerMissing(path: string[], request: Request): Promise<Response> {
    const context = await contextOf()
    const moved = path.length > 0 && ((await formerAddress(context, path)) ?? (await formerFile(context, path)))
    if (moved) return redirect(moved)
    const {language, languages} = context
    const asked = languages.find((code) => code === path[0])
    const owner = await queryIn(asked ?? language)(siteQuery)
    return show(messagePage(404, language, asked), owner, request, language)
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
