import {renderToStaticMarkup} from 'react-dom/server'
import {SiteContext} from '../components/SiteContext.tsx'
import type {Assets} from '../images/createAssets.ts'
import {spokenIn, type Language} from '../language/strings.ts'
import {Document} from '../pages/Document.tsx'
import type {Page} from '../pages/page.ts'
import type {SiteOwner} from '../talkContent.ts'
import {stylesheet} from './fixedFiles.ts'

/** What all pages of a site have in common. */
export interface SiteFrame {
  language: Language
  assets: Assets
  remoteImages: 'link' | 'show'
}

/** A page as an HTML document, with the headers that keep it to itself. */
export function pageResponse(page: Page, owner: SiteOwner | null, origin: string, frame: SiteFrame): Response {
  const {language, assets, remoteImages} = frame
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
    'content-security-policy': contentPolicy(frame),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    ...(page.status === 503 && {'retry-after': '5'}),
    ...(page.status === 405 && {allow: 'GET, HEAD'}),
  }
  return new Response(`<!doctype html>${markup}`, {status: page.status ?? 200, headers})
}

/** Nothing runs, and nothing comes from elsewhere but images of the hosted lake (and of other hosts where that is wanted). */
function contentPolicy({assets: {origin}, remoteImages}: SiteFrame): string {
  const own = ["'self'", ...(origin ? [origin] : [])]
  const images = [...own, 'data:', ...(remoteImages === 'show' ? ['https:', 'http:'] : [])]
  return `default-src 'none'; img-src ${images.join(' ')}; media-src ${own.join(' ')}; style-src 'self'; base-uri 'none'; form-action 'none'`
}
