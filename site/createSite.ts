import type {SanityClient} from '@sanity/client'
import {createAssets} from './images/createAssets.ts'
import type {Language} from './language/strings.ts'
import {formerAddress} from './pages/formerAddress.ts'
import {formerFile} from './pages/formerFile.ts'
import {messagePage, type MessageStatus} from './pages/messagePage.tsx'
import {routeOf} from './pages/routes.ts'
import {siteQuery} from './queries/siteQuery.ts'
import {createContexts} from './server/createContexts.ts'
import {decodePath} from './server/decodePath.ts'
import {fixedFile, stylesheet} from './server/fixedFiles.ts'
import {LakeUnavailable} from './server/lakeUnavailable.ts'
import {pageResponse, type SiteFrame} from './server/pageResponse.tsx'
import {fileResponse, redirect} from './server/responses.ts'
import {revalidate} from './server/revalidate.ts'
import {sitePaths} from './server/sitemap.ts'
import {writtenFileOf} from './server/writtenFiles.ts'
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

/** The site over a Content Lake, as a plain function of requests: no port, no state, every page read anew. */
export function createSite(options: SiteOptions): Site {
  const {clock = () => new Date(), language = 'ko', remoteImages = 'link', onError = console.error} = options
  const client = options.client.withConfig({perspective: 'published', useCdn: false, stega: false})
  const frame: SiteFrame = {language, remoteImages, assets: createAssets(assetSource(client))}
  const {queryIn, contextOf} = createContexts({client, clock, ...frame})
  const originOf = ({url}: Request): string => options.origin ?? new URL(url).origin

  function message(status: MessageStatus, request: Request, owner: SiteOwner | null = null, asked?: string): Response {
    return pageResponse(messagePage(status, language, asked), owner, originOf(request), frame)
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
      const text = await written.write(await contextOf(written.asked), originOf(request))
      return text === undefined ? message(404, request) : fileResponse(text, written.type)
    }
    const route = routeOf(path)
    if (route && !pathname.endsWith('/')) return redirect(`/${path.map(encodeURIComponent).join('/')}/${search}`)
    const [owner, page] = await Promise.all([
      queryIn(route?.asked ?? language)(siteQuery),
      route && contextOf(route.asked).then((context) => route.load(context, route.slug, route.number)),
    ])
    return page ? pageResponse(page, owner, originOf(request), frame) : answerMissing(path, request, owner)
  }

  /** Leads on from a former address of a page or a file; else says that there is none, in the language of the address. */
  async function answerMissing(path: string[], request: Request, owner: SiteOwner | null): Promise<Response> {
    const context = await contextOf()
    const moved = path.length > 0 && ((await formerAddress(context, path)) ?? (await formerFile(context, path)))
    if (moved) return redirect(moved)
    const asked = context.languages.find((code) => code === path[0])
    return message(404, request, asked === undefined ? owner : await queryIn(asked)(siteQuery), asked)
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
