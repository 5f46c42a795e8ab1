import type {LakeDocument} from '../document.ts'
import type {Mutation} from './mutation.ts'
import {withoutRev} from './withoutRev.ts'

/** The three mutations that make a document. */
export type CreationVerb = 'create' | 'createIfNotExists' | 'createOrReplace'

/** The mutation that makes a document as it was stored: what the history tells of its creation. */
export function creation(verb: CreationVerb, document: LakeDocument): Mutation {
  const content = withoutRev(document)
  if (verb === 'create') return {create: content}
  return verb === 'createIfNotExists' ? {createIfNotExists: content} : {createOrReplace: content}
}
