import type {SiteConfig} from '../bundle/siteConfig.ts'

/** Where the pages of a language stand. */
export interface LanguagePlace {
  /** Folder of its content, relative to the site. */
  root: string
  /** What its files' names have before `.md` where languages share a folder: `.en`; nothing for the default one. */
  suffix: string
}

/** The place of a language's pages; of one that the configuration does not have, a folder of its own. */
export function placeOfLanguage(language: string | undefined, {languages, defaultLanguage}: SiteConfig): LanguagePlace {
  const code = language ?? defaultLanguage
  const root =
    languages.find((spoken) => spoken.code === code)?.contentDir ??
    (code === defaultLanguage ? 'content' : `content/${code}`)
  const isShared = languages.some((other) => other.code !== code && other.contentDir === root)
  return {root, suffix: isShared && code !== defaultLanguage ? `.${code}` : ''}
}
