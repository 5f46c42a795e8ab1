import {TranslateIcon} from '@sanity/icons/Translate'
import {Box} from '@sanity/ui'
import {useState} from 'react'
import {type DocumentActionComponent, useDocumentPairPermissions} from 'sanity'
import type {Say} from '../../schemas/text/say.ts'
import {languageOf, slugOf} from './asTranslation.ts'
import {Translations} from './Translations.tsx'

/** The action that makes translations of a page and opens those that are there; a page on a site of one language has none. */
export function translate(say: Say): DocumentActionComponent {
  return function useTranslate({id, type, draft, published, version, onComplete}) {
    const [isOpen, setOpen] = useState(false)
    const [permissions] = useDocumentPairPermissions({id, type, permission: 'duplicate'})
    const original = version ?? draft ?? published
    const [spoken, slug] = [languageOf(original), slugOf(original)]
    if (original === null || spoken === undefined) return null
    const close = (): void => {
      setOpen(false)
      onComplete()
    }
    return {
      label: say({ko: '다른 언어…', en: 'Other languages…'}),
      icon: TranslateIcon,
      disabled: slug === undefined || permissions?.granted !== true,
      title:
        slug === undefined ? say({ko: '먼저 주소 이름을 넣어 주세요.', en: 'Give the page a slug first.'}) : undefined,
      onHandle: () => setOpen(true),
      dialog: isOpen &&
        slug !== undefined && {
          type: 'dialog',
          header: say({ko: '다른 언어', en: 'Other languages'}),
          width: 'small',
          onClose: close,
          content: (
            <Box padding={4}>
              <Translations {...{original, slug, spoken, say}} onDone={close} />
            </Box>
          ),
        },
    }
  }
}
