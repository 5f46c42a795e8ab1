import {defineField} from '@sanity/types'
import type {Say} from '../text/say.ts'
import {slugify} from '../text/slugify.ts'

interface SlugFieldOptions {
  /** Field whose text the Generate button turns into a slug. */
  source: 'title' | 'name'
  group?: string[]
}

/** The last part of a page's address: generated with Hangul kept, unique among documents of its type, in Unicode's NFC. */
export function slugField(say: Say, {source, group = []}: SlugFieldOptions) {
  return defineField({
    name: 'slug',
    title: say({ko: '주소 이름', en: 'Slug'}),
    type: 'slug',
    description: say({
      ko: '페이지 주소의 마지막 부분입니다. 한글도 쓸 수 있습니다. 공개한 뒤에 바꾸면 이전 주소로는 열리지 않습니다.',
      en: 'The last part of the page’s address. Korean letters are fine. Once published, changing it breaks the old address.',
    }),
    group,
    options: {source, maxLength: 80, slugify: (text: string) => slugify(text)},
    validation: (rule) =>
      rule.custom((slug) => {
        if (slug === undefined)
          return say({ko: '주소 이름을 넣거나 "생성"을 눌러 주세요.', en: 'Type a slug or press Generate.'})
        const current = slug.current ?? ''
        if (current !== current.normalize('NFC'))
          return say({
            ko: '한글이 자모로 풀려 있습니다. 지우고 "생성"을 눌러 주세요.',
            en: 'The Korean letters are decomposed (not NFC). Clear it and press Generate.',
          })
        if (/[/?#%\s]/.test(current))
          return say({
            ko: '빈칸과 / ? # % 는 쓸 수 없습니다. 하이픈(-)으로 바꿔 주세요.',
            en: 'Spaces and / ? # % are not allowed. Use hyphens instead.',
          })
        return true
      }),
  })
}
