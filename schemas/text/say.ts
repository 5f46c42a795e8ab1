/** Languages in which the Studio speaks to editors. */
export type Language = 'ko' | 'en'

/** One text in every language, so that a missing translation does not compile. */
export interface Text {
  ko: string
  en: string
}

/** Picks the text of one language. Every type of the schema is a function of it. */
export type Say = (text: Text) => string

/** The `Say` of one language. */
export function sayIn(language: Language): Say {
  return (text) => text[language]
}
