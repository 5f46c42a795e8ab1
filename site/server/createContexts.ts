import type {SanityClient} from '@sanity/client'
import {spokenFor, type Language} from '../language/strings.ts'
import type {PageContext} from '../pages/page.ts'
import {languagesQuery} from '../queries/languagesQuery.ts'
import {LakeUnavailable} from './lakeUnavailable.ts'

export interface ContextsOptions extends Pick<PageContext, 'assets'> {
  client: SanityClient
  clock: () => Date
  /** The site's own language, whatever the Hugo site's is. */
  language: Language | undefined
}

/** What pages are made from: the lake as they may ask it, the time, and the languages that there are. */
export interface Contexts {
  /** Asks the lake for documents of a language; `''` for those of any. Throws LakeUnavailable. */
  queryIn(language: string): PageContext['query']
  /**
   * The context of a page whose address names a language, if it names one. What is listed is in that language, else in the site's own
   * where its talks have it, else in that of the Hugo site, else in any.
   */
  contextOf(asked?: string): Promise<PageContext>
}

/** Contexts that are read anew for every page. */
export function createContexts({client, clock, language: given, assets}: ContextsOptions): Contexts {
  const queryIn: Contexts['queryIn'] =
    (wanted) =>
    async (groq, parameters = {}) => {
      try {
        return await client.fetch(groq, {language: wanted, ...parameters})
      } catch (error) {
        throw new LakeUnavailable(error)
      }
    }
  return {
    queryIn,
    async contextOf(asked) {
      const {talks, ofSite} = await queryIn('')(languagesQuery)
      const language = given ?? spokenFor(ofSite)
      const own = [language, ofSite].find((code) => talks.includes(code)) ?? ''
      const languages = talks.flatMap((code) => code ?? []).sort()
      const context = {query: queryIn(asked ?? own), now: clock(), language, languages, assets}
      return asked === undefined ? context : {...context, asked}
    },
  }
}
