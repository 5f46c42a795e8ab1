import {useEffect} from 'react'
import {type LayoutProps, useCurrentLocale} from 'sanity'
import type {Language} from '../../schemas/text/say.ts'
import {LOCALES} from '../strings/language.ts'

/**
 * A Studio layout that loads the page again when the editor chooses the other language: the words of the schema are
 * fixed when the Studio starts.
 */
export function restartOnLanguage(language: Language) {
  return function RestartOnLanguage(props: LayoutProps) {
    const {id} = useCurrentLocale()
    useEffect(() => {
      if (id !== LOCALES[language]) location.reload()
    }, [id])
    return props.renderDefault(props)
  }
}
