import {type InitialValueResolverContext, defineField} from '@sanity/types'
import {SYNC_RECORD} from '../documents/syncRecord.ts'
import type {Say} from '../text/say.ts'

/** Where a document came from: the text of its Hugo file, kept for a lossless way back. Never shown to editors. */
export function hugoField(say: Say) {
  return defineField({
    name: 'hugo',
    title: say({ko: 'Hugo 원본', en: 'Hugo source'}),
    type: 'hugoSource',
    description: say({
      ko: '가져온 원본 파일입니다. 내보낼 때 쓰이며 편집할 수 없습니다.',
      en: 'The file this was imported from. Used for the export; not editable.',
    }),
    hidden: true,
    readOnly: true,
    initialValue: inDefaultLanguage,
  })
}

/**
 * What a new document says of its file: the site's default language, in which an export writes it. Without a language the Studio could
 * not offer its translations. Nothing on a site of one language.
 */
async function inDefaultLanguage(_: unknown, {getClient}: InitialValueResolverContext): Promise<object | undefined> {
  const query = '*[_type == $type && defined(languages)][0].languages[0]'
  const client = getClient({apiVersion: '2025-02-19'})
  const language = await client.fetch<string | null>(query, {type: SYNC_RECORD}, {perspective: 'raw'})
  return language === null ? undefined : {_type: 'hugoSource', language}
}
