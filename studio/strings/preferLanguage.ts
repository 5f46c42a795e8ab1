import type {LocaleDefinition} from 'sanity'
import type {Language} from '../../schemas/text/say.ts'
import {LOCALES} from './language.ts'

/**
 * The Studio's locales with the wanted one last: Sanity starts in the last of the list unless the editor chose another
 * (sanity: getI18NextOptions).
 */
export function preferLanguage(locales: readonly LocaleDefinition[], language: Language): LocaleDefinition[] {
  const wanted = LOCALES[language]
  return [...locales.filter(({id}) => id !== wanted), ...locales.filter(({id}) => id === wanted)]
}
