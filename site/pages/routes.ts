import {authorPage} from './authorPage.tsx'
import type {LoadPage} from './page.ts'
import {projectPage} from './projectPage.tsx'
import {slideDeckPage} from './slideDeckPage.tsx'
import {tagPage} from './tagPage.tsx'
import {talkListPage} from './talkListPage.tsx'
import {talkPage} from './talkPage.tsx'

/** The pages of the site by the first part of their address; the second names the document. */
const pagesBySection: Record<string, LoadPage> = {
  talk: talkPage,
  author: authorPage,
  project: projectPage,
  slides: slideDeckPage,
  tag: tagPage,
  page: talkListPage,
}

export interface Route {
  load: LoadPage
  slug: string
}

/** The page of an address, given its decoded path without the last slash; undefined where there is none. */
export function routeOf(path: string[]): Route | undefined {
  const [section, slug, ...rest] = path
  if (section === undefined) return {load: talkListPage, slug: '1'}
  const load = Object.hasOwn(pagesBySection, section) ? pagesBySection[section] : undefined
  return load && slug && rest.length === 0 ? {load, slug} : undefined
}
