import type {KnownDocument} from '../client/stored.ts'
import type {AnyDocument} from '../documents/types.ts'
import type {Notice} from '../notices.ts'

/**
 * The document with its references to drafts written as the Studio writes them: weak, and strong again when the
 * document is published after them. A lake refuses a strong reference to what is not published.
 * https://www.sanity.io/docs/reference-type
 * @param drafts Documents that exist only as drafts, by id without `drafts.`.
 */
export function weakenReferences(
  document: AnyDocument,
  drafts: ReadonlyMap<string, KnownDocument>,
): {document: AnyDocument; notices: Notice[]} {
  if (drafts.size === 0) return {document, notices: []}
  const met = new Set<KnownDocument>()
  const weaken = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(weaken)
    if (typeof value !== 'object' || value === null) return value
    const draft = '_ref' in value && typeof value._ref === 'string' ? drafts.get(value._ref) : undefined
    const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, weaken(member)]))
    if (!draft) return members
    met.add(draft)
    return {...members, _weak: true, _strengthenOnPublish: {type: draft.type, template: {id: draft.type}}}
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- references only get two members more
  const weak = weaken(document) as AnyDocument
  return {document: weak, notices: [...met].map((draft) => draftReference(document.hugo?.path ?? '', draft))}
}

function draftReference(path: string, {id, title = id}: KnownDocument): Notice {
  const message = `"${title}" is only a draft in the Studio: the page refers to it all the same, and shows it once it is published.`
  return {kind: 'draftReference', path, message, value: title}
}
