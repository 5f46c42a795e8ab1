import type {ReactNode} from 'react'
import type {Assets} from '../images/createAssets.ts'
import type {Language} from '../language/strings.ts'

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
  /** The address of a picture for previews on other sites. */
  image?: string
  status?: number
}

export interface PageContext {
  /** Asks the Content Lake; throws LakeUnavailable. */
  query: <Result>(groq: string, parameters?: Record<string, unknown>) => Promise<Result>
  now: Date
  language: Language
  assets: Assets
  search: URLSearchParams
}

/** Makes a page, or says that there is none (undefined): the answer is then 404. */
export type LoadPage = (context: PageContext, slug: string) => Promise<Page | undefined>
