import type {ClientReturn} from '@sanity/client'
import type {ReactNode} from 'react'
import type {Assets} from '../images/createAssets.ts'
import type {Language} from '../language/strings.ts'
import {paths} from './paths.ts'

/** One page, ready to be put into a document. */
export interface Page {
  title: string
  description?: string
  /** Its own address on the site, percent-encoded: `/talk/…/`. */
  path: string
  content: ReactNode
  /** Keeps search engines away. */
  hidden?: boolean
  /** schema.org data; given the site's origin for absolute addresses. */
  structuredData?: (origin: string) => Record<string, unknown>
  /** The language of what it shows, where that is not the site's. */
  contentLanguage?: string
  /** The same in other languages. */
  translations?: Array<{language: string; path: string}>
  /** The address of a picture for previews on other sites. */
  image?: string
  /** The address of the list of talks to which it belongs, by default the site's own; its feed is beside it. */
  home?: string
  status?: number
}

/** The generated type of a query's result; unknown for one that TypeGen has not seen (npm run typegen). */
type QueryResult<Query extends string> = ClientReturn<Query, unknown>

export interface PageContext {
  /** Asks the Content Lake, with the language that is wanted as a parameter; throws LakeUnavailable. */
  query: <const Query extends string>(groq: Query, parameters?: Record<string, unknown>) => Promise<QueryResult<Query>>
  now: Date
  language: Language
  /** The languages of the talks; none for a site of one language. */
  languages: string[]
  /** The language that the address names, `/en/talk/…/`; absent: the site's own, where there is one. */
  asked?: string
  assets: Assets
}

/** Whether there are talks in the language that an address names, if it names one. */
export function isLanguageOf(languages: string[], asked: string | undefined): boolean {
  return asked === undefined || languages.includes(asked)
}

/** The address of the list of talks in the language of a page, or of the site's own where no talk has it. */
export function homeIn({languages}: PageContext, language: string | undefined): string {
  return paths.talksPage(1, isLanguageOf(languages, language) ? language : undefined)
}

/** A document that the address of another language leads to, since it has the same slug, is not what was asked for. */
export function isAsked<T extends {language: string | null}>({asked}: PageContext, document: T | null): document is T {
  return document !== null && (asked === undefined || document.language === asked)
}

/** Makes a page, or one of the further pages of its list; says that there is none (undefined): the answer is then 404. */
export type LoadPage = (context: PageContext, slug: string, number?: number) => Promise<Page | undefined>
