import type {Language} from '../../schemas/text/say.ts'

/** The Studio's locale ids; Sanity keeps the editor's choice among them in the browser. */
export const LOCALES = {ko: 'ko-KR', en: 'en-US'} satisfies Record<Language, string>

/** What decides the language: the editor's own choice, else the browser's list of preferred languages. */
export interface LanguageSources {
  /** Locale id that the editor chose in the user menu. */
  chosen: string | null
  preferred: readonly string[]
}

/** Korean when it was chosen or when the browser prefers it to English; English otherwise. */
export function languageOf({chosen, preferred}: LanguageSources): Language {
  if (chosen !== null) return chosen === LOCALES.ko ? 'ko' : 'en'
  const first = preferred.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'ko' || tag === 'en')
  return first === 'ko' ? 'ko' : 'en'
}

/** The language of this browser. Outside a browser (the Sanity CLI) there is nobody to ask: English. */
export function browserLanguage(projectId: string, workspace: string): Language {
  if (typeof window === 'undefined') return 'en'
  return languageOf({chosen: chosenLocale(projectId, workspace), preferred: navigator.languages})
}

/** The locale that the editor chose in the user menu, where Sanity keeps it. */
function chosenLocale(projectId: string, workspace: string): string | null {
  return localStorage.getItem(`sanity-locale:${projectId}:${workspace}`)
}
