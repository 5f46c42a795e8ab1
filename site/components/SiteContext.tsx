import {createContext, useContext} from 'react'
import {createAssets, type Assets} from '../images/createAssets.ts'
import {strings, type Language} from '../language/strings.ts'

export interface SiteSettings {
  /** The site's: documents in others have it in their address. */
  language: Language
  /** That of its own words and dates on this page, where it is another. */
  spoken?: Language
  assets: Assets
  /** Images of other hosts: shown as a link (no request without a click), or loaded as the theme does. */
  remoteImages: 'link' | 'show'
}

/** What the components need to know about the site they are on. Without a provider: Korean, assets on the page's own origin. */
export const SiteContext = createContext<SiteSettings>({
  language: 'ko',
  assets: createAssets({projectId: 'lectern', dataset: 'production', origin: ''}),
  remoteImages: 'link',
})

export function useSite() {
  const settings = useContext(SiteContext)
  const spoken = settings.spoken ?? settings.language
  return {...settings, spoken, words: strings[spoken]}
}
