import type {Maybe} from '../content.ts'

/** The language to name in the address of a document: translations share a slug, and those of the site's language go without. */
export function addressLanguage(language: Maybe<string>, siteLanguage: string): string | undefined {
  return language && language !== siteLanguage ? language : undefined
}

/**
 * Addresses of the site's pages, percent-encoded, always with a final slash as Hugo's are. `language` is what
 * `addressLanguage` says.
 */
export const paths = {
  talks: '/',
  talksPage: (number: number, language?: string) => numbered(`${root(language)}/`, number),
  feed: (language?: string) => `${root(language)}/index.xml`,
  talk: (slug: string, language?: string) => `${root(language)}/talk/${segment(slug)}/`,
  calendar: (slug: string, language?: string) => `${root(language)}/talk/${segment(slug)}/talk.ics`,
  author: (slug: string, language?: string) => `${root(language)}/author/${segment(slug)}/`,
  project: (slug: string, language?: string) => `${root(language)}/project/${segment(slug)}/`,
  slides: (slug: string, language?: string) => `${root(language)}/slides/${segment(slug)}/`,
  tag: (tag: string, language?: string) => `${root(language)}/tag/${segment(tag)}/`,
  /** A page of the list at an address, counted from 1. */
  numbered,
}

/** Whether a tag or slug can be part of an address: browsers take `.` and `..` for folders, encoded ones too. */
export function isSegment(text: string): boolean {
  return !/^\.{0,2}$/.test(text)
}

function numbered(path: string, number: number): string {
  return number === 1 ? path : `${path}page/${number}/`
}

function root(language: string | undefined): string {
  return language ? `/${segment(language)}` : ''
}

function segment(text: string): string {
  return encodeURIComponent(text.normalize('NFC'))
}
