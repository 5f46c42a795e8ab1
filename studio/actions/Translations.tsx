import {Button, Spinner, Stack, Text} from '@sanity/ui'
import {type ReactNode, useEffect, useState} from 'react'
import {type SanityDocumentLike, useClient} from 'sanity'
import {useRouter} from 'sanity/router'
import {languageName} from '../../schemas/text/languageName.ts'
import type {Say} from '../../schemas/text/say.ts'
import {API_VERSION} from '../config/apiVersion.ts'
import {asTranslation} from './asTranslation.ts'
import {readTranslations, type Translation} from './readTranslations.ts'

interface TranslationsProps {
  original: SanityDocumentLike
  slug: string
  /** The language of the original. */
  spoken: string
  say: Say
  onDone: () => void
}

/** The other languages of the site: those that have the page lead to it, the others get it. */
export function Translations({original, slug, spoken, say, onDone}: TranslationsProps): ReactNode {
  const client = useClient({apiVersion: API_VERSION})
  const {navigateIntent} = useRouter()
  const [translations, setTranslations] = useState<readonly Translation[]>()
  const [isBusy, setBusy] = useState(false)
  const {_type: type} = original
  const [failure, setFailure] = useState<string>()
  const open = (id: string): void => {
    onDone()
    navigateIntent('edit', {id, type})
  }
  const make = (language: string): void => {
    setBusy(true)
    client.create({...asTranslation(original, language), _id: 'drafts.'}).then(
      ({_id}) => open(_id.replace(/^drafts\./, '')),
      (error: unknown) => setFailure(messageOf(error)),
    )
  }
  useEffect(() => {
    let isCurrent = true
    const show = (read: Translation[]): void => {
      if (isCurrent) setTranslations(read)
    }
    const tell = (error: unknown): void => {
      if (isCurrent) setFailure(messageOf(error))
    }
    readTranslations(client, {type, slug, language: spoken}).then(show, tell)
    return () => {
      isCurrent = false
    }
  }, [client, type, slug, spoken])

  if (failure !== undefined) return <Hint>{failure}</Hint>
  if (translations === undefined) return <Spinner muted />
  if (translations.length === 0) return <Hint>{say(NO_LANGUAGE)}</Hint>
  return (
    <Stack gap={3}>
      <Hint>{say(HINT)}</Hint>
      {translations.map(({language, id}) => {
        const name = languageName(language, say)
        const text =
          id === null
            ? say({ko: `${name} 번역 만들기`, en: `Translate into ${name}`})
            : say({ko: `${name} 페이지 열기`, en: `Open the page in ${name}`})
        const onClick = () => (id === null ? make(language) : open(id))
        return <Button key={language} mode="ghost" fontSize={1} text={text} onClick={onClick} disabled={isBusy} />
      })}
    </Stack>
  )
}

const NO_LANGUAGE = {
  ko: '이 사이트에는 다른 언어가 없습니다. 사이트 관리자가 설정에 언어를 넣고 다시 가져오면 여기에 나타납니다.',
  en: 'This site has no other language. One that its owner adds to the configuration and imports shows here.',
}
const HINT = {
  ko: '번역은 지금 내용을 그대로 담은 초안으로 시작합니다. 주소 이름이 원본과 같아야 한 페이지의 번역으로 이어지니 바꾸지 마세요.',
  en: 'A translation begins as a draft of what stands here now. Keep its slug: it joins the two pages.',
}

function Hint({children}: {children: string}) {
  return (
    <Text size={1} muted>
      {children}
    </Text>
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
