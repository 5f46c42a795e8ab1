import {createSiteView} from '../site.ts'

/** A site without other pages, in UTC and English. */
export const emptySite = createSiteView([], {
  timeZone: 'UTC',
  defaultLanguage: 'en',
  defaultLanguageInFolder: false,
  languages: [{code: 'en', contentDir: 'content'}],
  permalinks: {},
  removePathAccents: false,
})
