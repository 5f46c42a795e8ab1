import type {SanityDocumentLike} from 'sanity'
import {asCopy} from './asCopy.ts'

/** A document that is not in the lake yet. */
export interface NewDocument {
  _type: string
  [field: string]: unknown
}

/**
 * A translation of a document as it begins: a copy in another language with the slug of its original, by which the site, and an
 * export, know that both are one page.
 */
export function asTranslation(original: SanityDocumentLike, language: string): NewDocument {
  const {_id, _rev, _createdAt, _updatedAt, hugo, ...fields} = asCopy(original)
  const kept: unknown = hugo
  const record = {...(typeof kept === 'object' ? kept : undefined), _type: 'hugoSource', language}
  return {...fields, ...('slug' in original && {slug: original['slug']}), hugo: record}
}

/** The language of the page that a document came from, on a site of several. */
export function languageOf(document: SanityDocumentLike | null): string | undefined {
  return textIn(document?.['hugo'], 'language')
}

/** The slug of a document, if it has one. */
export function slugOf(document: SanityDocumentLike | null): string | undefined {
  return textIn(document?.['slug'], 'current')
}

function textIn(value: unknown, name: string): string | undefined {
  const {[name]: text}: Partial<Record<string, unknown>> = typeof value === 'object' ? {...value} : {}
  return typeof text === 'string' && text !== '' ? text : undefined
}
