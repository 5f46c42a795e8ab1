import type {ClientReturn} from '@sanity/client'
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

/** The generated type of a query's result; unknown for one that TypeGen has not seen (npm run typegen). */
type QueryResult<Query extends string> = ClientReturn<Query, unknown>

export interface PageContext {
  /** Asks the Content Lake; throws LakeUnavailable. */
  query: <const Query extends string>(groq: Query, parameters?: Record<string, unknown>) => Promise<QueryResult<Query>>
  now: Date
  language: Language
  assets: Assets
}

/** Makes a page, or says that there is none (undefined): the answer is then 404. */
export type LoadPage = (context: PageContext, slug: string) => Promise<Page | undefined>
