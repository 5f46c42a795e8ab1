import type {SanityClient} from '@sanity/client'

/** What a document shares with its translations, and its own language. */
export interface TranslatedPage {
  type: string
  slug: string
  language: string
}

/** A language of the site beside a document's own, and the id of its page in it, if there is one. */
export interface Translation {
  language: string
  id: string | null
}

const TRANSLATIONS = `{
  "languages": array::unique([...*[_type == "lecternSync"].languages[], ...*[defined(hugo.language)].hugo.language])[@ != $language] | order(@),
  "pages": *[_type == $type && slug.current == $slug && defined(hugo.language)] | order(_id){"language": hugo.language, "id": _id}
}`

/** The other languages that the site's configuration has, or pages of the lake, in the order of their codes. */
export async function readTranslations(client: SanityClient, page: TranslatedPage): Promise<Translation[]> {
  const {languages, pages} = await client.fetch<{languages: string[]; pages: Array<{language: string; id: string}>}>(
    TRANSLATIONS,
    {...page},
    {perspective: 'drafts'},
  )
  const idIn = new Map(pages.map(({language, id}) => [language, id.replace(/^drafts\./, '')]))
  return languages.map((language) => ({language, id: idIn.get(language) ?? null}))
}
