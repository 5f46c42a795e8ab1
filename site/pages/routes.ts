import {authorPage} from './authorPage.tsx'
import type {LoadPage} from './page.ts'
import {pageNumber} from './pageRange.ts'
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

/** Pages with lists that go on: `/tag/:tag/page/2/`. */
const listed = new Set([authorPage, tagPage])

const languageCode = /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i

export interface Route {
  load: LoadPage
  slug: string
  /** The language that the address names. */
  asked?: string
  /** The page of its list that the address names, from 1. */
  number?: number
}

/** The page of an address, given its decoded path without the last slash; undefined where there is none. */
export function routeOf(path: string[]): Route | undefined {
  const [section, slug, ...rest] = path
  if (section === undefined) return {load: talkListPage, slug: '1'}
  if (!Object.hasOwn(pagesBySection, section)) return languageCode.test(section) ? inLanguage(section, path) : undefined
  const load = pagesBySection[section]
  if (!load || !slug) return undefined
  if (rest.length === 0) return {load, slug}
  const number = rest[0] === 'page' && rest.length === 2 && listed.has(load) ? pageNumber(rest[1] ?? '') : undefined
  return number === undefined ? undefined : {load, slug, number}
}

/** `/en/`, `/en/talk/:slug/`: the same in a language. */
function inLanguage(asked: string, [, section, ...rest]: string[]): Route | undefined {
  const isKnown = section === undefined || Object.hasOwn(pagesBySection, section)
  const route = isKnown ? routeOf(section === undefined ? [] : [section, ...rest]) : undefined
  return route && {...route, asked}
}

/** The slug, and the language if one is named, of `/talk/:slug/talk.ics`; undefined for any other address. */
export function calendarOf(path: string[]): Omit<Route, 'load'> | undefined {
  const [slug, file] = path.slice(-2)
  const route = file === 'talk.ics' && slug !== undefined ? routeOf(path.slice(0, -1)) : undefined
  return route?.load === talkPage
    ? {slug: route.slug, ...(route.asked !== undefined && {asked: route.asked})}
    : undefined
}
