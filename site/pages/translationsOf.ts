import type {Maybe} from '../content.ts'
import type {Page} from './page.ts'
import {addressLanguage} from './paths.ts'

/**
 * Where the same document is in other languages.
 *
 * @param at its address in a language, as `addressLanguage` says it
 */
export function translationsOf(
  found: ReadonlyArray<{language: Maybe<string>}>,
  siteLanguage: string,
  at: (language: string | undefined) => string,
): NonNullable<Page['translations']> {
  return found.flatMap(({language}) => (language ? {language, path: at(addressLanguage(language, siteLanguage))} : []))
}
