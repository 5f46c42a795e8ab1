import type {Maybe} from '../content.ts'
import {addressLanguage, paths} from './paths.ts'

const pathOf = {talk: paths.talk, author: paths.author, project: paths.project, slideDeck: paths.slides}

/** The address of a document's page. */
export function addressOf(
  {_type, slug, language}: {_type: keyof typeof pathOf; slug: string | null; language: Maybe<string>},
  siteLanguage: string,
): string | undefined {
  return slug ? pathOf[_type](slug, addressLanguage(language, siteLanguage)) : undefined
}
