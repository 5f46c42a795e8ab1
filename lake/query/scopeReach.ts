import type {ExprNode} from 'groq-js'
import {eachChild} from './groqTree.ts'

/** What an expression takes from the scope it stands in. */
export interface ScopeReach {
  /** Uses `@` (or a bare attribute, or a function that implies it). */
  usesThis: boolean
  /** The highest number of levels of `^` beyond the expression's own scopes. */
  parents: number
}

/**
 * How far an expression reaches out of itself. One that reaches nowhere has the same value wherever it stands.
 * `hidden` says that the expression stands directly in the scope of a `Map` or `FlatMap`, which `^` does not count.
 */
function scopeReach(node: ExprNode, hidden = false): ScopeReach {
  if (node.type === 'This' || isImplicitThis(node)) return withChildren(node, hidden, {usesThis: true, parents: 0})
  if (node.type === 'Parent') return {usesThis: false, parents: node.n}
  return withChildren(node, hidden, {usesThis: false, parents: 0})
}

/** Whether the expression has the same value wherever it stands. */
export function isClosed(node: ExprNode): boolean {
  const reach = scopeReach(node)
  return !reach.usesThis && reach.parents === 0
}

const implicitThis = new Set([
  'global::references',
  'sanity::versionOf',
  'sanity::partOfRelease',
  'documents::incomingRefCount',
  'documents::incomingGlobalDocumentReferenceCount',
])

function isImplicitThis(node: ExprNode): boolean {
  if (node.type === 'AccessAttribute') return !node.base
  if (node.type === 'FuncCall') return implicitThis.has(`${node.namespace}::${node.name}`)
  return node.type === 'SelectorFuncCall' || node.type === 'SelectorNested'
}

function withChildren(node: ExprNode, hidden: boolean, reach: ScopeReach): ScopeReach {
  eachChild(node, (child, step) => {
    const inner = scopeReach(child, step === 'same' ? hidden : step === 'hidden')
    if (step === 'same') {
      reach.usesThis ||= inner.usesThis
      reach.parents = Math.max(reach.parents, inner.parents)
    } else if (hidden) {
      reach.parents = Math.max(reach.parents, inner.parents)
    } else {
      reach.usesThis ||= inner.parents > 0
      reach.parents = Math.max(reach.parents, inner.parents - 1)
    }
  })
  return reach
}
