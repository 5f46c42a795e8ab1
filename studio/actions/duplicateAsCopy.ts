import type {DocumentActionComponent, DuplicateDocumentActionComponent} from 'sanity'
import {asCopy} from './asCopy.ts'

/** One for each of Sanity's: actions are hooks, so they have to stay the same between two renderings. */
const copying = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/** The actions of a document, with a duplicate that is a page of its own: see `asCopy`. */
export function duplicateAsCopy(actions: readonly DocumentActionComponent[]): DocumentActionComponent[] {
  return actions.map((action) => (action.action === 'duplicate' ? copyingBy(action) : action))
}

function copyingBy(duplicate: DuplicateDocumentActionComponent): DocumentActionComponent {
  const known = copying.get(duplicate)
  if (known !== undefined) return known
  const copy: DocumentActionComponent = (props) => duplicate({...props, mapDocument: asCopy})
  copy.action = 'duplicate'
  copying.set(duplicate, copy)
  return copy
}
