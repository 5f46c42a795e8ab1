import type {Say} from './say.ts'

/** What a language is called in the Studio's own; its code, when it is one of the site's own making. */
export function languageName(code: string, say: Say): string {
  const isKnown = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(code)
  const names = new Intl.DisplayNames(say({ko: 'ko', en: 'en'}), {type: 'language'})
  return isKnown ? (names.of(code) ?? code) : code
}
