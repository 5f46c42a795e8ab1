import type {MapDocument} from 'sanity'

/**
 * What a duplicate has of its original: everything but the file that the original came from, which an export would move to the copy's address, and
 * the former addresses, which lead to the original.
 */
export const asCopy: MapDocument = (original) => {
  const {hugo: _, ...document} = original
  const settings = document['pageSettings']
  if (typeof settings !== 'object' || settings === null || !('aliases' in settings)) return document
  const {aliases: __, ...pageSettings} = settings
  return {...document, pageSettings}
}
