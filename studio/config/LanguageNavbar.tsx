import {TranslateIcon} from '@sanity/icons/Translate'
import {Button} from '@sanity/ui'
import {type NavbarProps, useLocale} from 'sanity'
import type {Language} from '../../schemas/text/say.ts'
import {LOCALES} from '../strings/language.ts'

/** What the other language is called in itself. */
const OTHER = {ko: {language: 'en', name: 'English'}, en: {language: 'ko', name: '한국어'}} as const

/**
 * A navbar from which an editor goes over to the other language: Sanity's own menu of languages is left out of its
 * build, so that only the browser's settings would decide. The choice is kept; see `restartOnLanguage`.
 */
export function languageNavbar(spoken: Language) {
  const {language, name} = OTHER[spoken]

  function LanguageButton() {
    const {changeLocale} = useLocale()
    const change = () => void changeLocale(LOCALES[language])
    return <Button mode="bleed" padding={2} fontSize={1} text={name} lang={language} onClick={change} />
  }

  return function LanguageNavbar(props: NavbarProps) {
    const {changeLocale} = useLocale()
    const onAction = () => void changeLocale(LOCALES[language])
    return props.renderDefault({
      ...props,
      __internal_actions: [
        ...(props.__internal_actions ?? []),
        {location: 'topbar', name: 'language-topbar', render: LanguageButton},
        {location: 'sidebar', name: 'language-sidebar', icon: TranslateIcon, title: name, selected: false, onAction},
      ],
    })
  }
}
