import {type SanityDocument, type SlugValidationContext, defineField} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {slugify} from '../text/slugify.ts'

/** The longest name of a file or folder that disks take, in bytes of UTF-8; the page's folder is named so, on Hugo's site too. */
const MAX_BYTES = 255

interface SlugFieldOptions {
  /** Field whose text the Generate button turns into a slug. */
  source: 'title' | 'name'
  group?: string[]
}

/** The last part of a page's address: generated with Hangul kept, unique among documents of its type and language, in Unicode's NFC. */
export function slugField(say: Say, {source, group = []}: SlugFieldOptions) {
  return defineField({
    name: 'slug',
    title: say({ko: '주소 이름', en: 'Slug'}),
    type: 'slug',
    description: say({
      ko: '페이지 주소의 마지막 부분입니다. 한글도 쓸 수 있습니다. 공개한 뒤에 바꾸면 이전 주소는 다음에 Hugo 사이트로 내보낼 때까지 열리지 않고, 내보낸 뒤에는 새 주소로 이어집니다.',
      en: 'The last part of the page’s address. Korean letters are fine. Once published, changing it breaks the old address until the next export for Hugo keeps it as an alias.',
    }),
    group,
    options: {source, maxLength: 80, slugify: (text: string) => slugify(text), isUnique: isUniqueInLanguage},
    validation: (rule) =>
      rule.custom((slug, {document}) => {
        if (slug === undefined)
          return say({ko: '주소 이름을 넣거나 "생성하기"를 눌러 주세요.', en: 'Type a slug or press Generate.'})
        const current = slug.current ?? ''
        if (current !== current.normalize('NFC'))
          return say({
            ko: '한글이 자모로 풀려 있습니다. 지우고 "생성하기"를 눌러 주세요.',
            en: 'The Korean letters are decomposed (not NFC). Clear it and press Generate.',
          })
        if (/[/?#%\s]/.test(current))
          return say({
            ko: '빈칸과 / ? # % 는 쓸 수 없습니다. 하이픈(-)으로 바꿔 주세요.',
            en: 'Spaces and / ? # % are not allowed. Use hyphens instead.',
          })
        if (/^\.|~$/.test(current))
          return say({
            ko: '점(.)으로 시작하거나 물결표(~)로 끝날 수 없습니다. Hugo가 그런 파일을 건너뜁니다.',
            en: 'It may not begin with a dot or end with a tilde: Hugo passes over such files.',
          })
        const room = MAX_BYTES - endingOf(document).length
        if (new TextEncoder().encode(current).length > room)
          return say({
            ko: `파일이나 폴더 이름으로 쓰기에 너무 깁니다. 한글 ${Math.floor(room / 3)}자, 영문 ${room}자 안으로 줄여 주세요.`,
            en: `It is too long for the name of a file or folder. Use ${Math.floor(room / 3)} Korean letters or ${room} Latin ones at most.`,
          })
        return true
      }),
  })
}

/** What stands behind the slug where the page is a file and no folder: `.yaml`, `.ko.md`. A new author may get one. */
function endingOf(document: SanityDocument | undefined): string {
  const path = hugoOf(document, 'path')
  if (path === undefined) return document?._type === 'author' ? '.yaml' : ''
  return /\/(?!_?index\.)[^/]*?((?:\.[a-z-]+)?\.[a-z]+)$/i.exec(path)?.[1] ?? ''
}

/** What is kept of the page's file; nothing of a document that has none yet. */
function hugoOf(document: SanityDocument | undefined, field: 'path' | 'language'): string | undefined {
  const hugo: unknown = document?.['hugo']
  const {[field]: value}: Partial<Record<string, unknown>> = typeof hugo === 'object' ? {...hugo} : {}
  return typeof value === 'string' ? value : undefined
}

const IS_FREE = `!defined(*[
  _type == $type && lower(slug.current) == $slug && !(_id in [$published, "drafts." + $published]) && !sanity::versionOf($published)
  && (!defined($language) || coalesce(hugo.language, $language) == $language)
][0]._id)`

/** Translations of a page have one slug: their addresses differ in the language. Hugo writes `Talk` and `talk` to one place. */
async function isUniqueInLanguage(slug: string, {document, getClient}: SlugValidationContext): Promise<boolean> {
  if (!document) return false
  const language = hugoOf(document, 'language') ?? null
  const published = document._id.replace(/^(drafts|versions\.[^.]+)\./, '')
  return getClient({apiVersion: '2025-02-19'}).fetch<boolean>(
    IS_FREE,
    {type: document._type, slug: slug.toLowerCase(), published, language},
    {perspective: 'raw'},
  )
}
