import fc from 'fast-check'
import {expect, test} from 'vitest'
import {draftIdOf, isPublishedId, publishedIdOf, releaseOfVersion, versionsPrefix} from './documentIds.ts'
import {checkDocumentId} from './mutations/checkDocument.ts'

const name = fc.stringMatching(/^\w[\w-]{0,8}$/).filter((part) => part !== 'drafts' && part !== 'versions')
/** An id that a document may have, of one part or of several. */
const ownId = fc.array(name, {minLength: 1, maxLength: 3}).map((parts) => parts.join('.'))

test('drafts and versions are published under the id that they were made of, which is its own', () => {
  fc.assert(
    fc.property(ownId, name, (id, release) => {
      const versionId = `${versionsPrefix}${release}.${id}`
      for (const each of [id, draftIdOf(id), versionId]) expect(() => checkDocumentId(each)).not.toThrow()
      expect([id, draftIdOf(id), versionId].map(publishedIdOf)).toEqual([id, id, id])
      expect([id, draftIdOf(id), versionId].map(releaseOfVersion)).toEqual([undefined, undefined, release])
      expect([draftIdOf(id), versionId].map(isPublishedId)).toEqual([false, false])
    }),
  )
})
