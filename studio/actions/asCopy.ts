import type {MapDocument} from 'sanity'

/**
 * What a duplicate has of its original: everything but its addresses and the file that it came from. With the same slug neither of the two could be
 * published, an export would move the file to the copy's address, and the former addresses lead to the original.
 */
export const asCopy: MapDocument = (original) => {
  const {hugo: _, slug: __, ...document} = original
  const settings = document['pageSettings']
  if (typeof settings !== 'object' || settings === null || !('aliases' in settings)) return document
  const {aliases: ___, ...pageSettings} = settings
  return {...document, pageSettings}
}
