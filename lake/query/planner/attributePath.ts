import type {ExprNode} from 'groq-js'

const plainName = /^[A-Za-z_]\w*$/
/** Attributes that exist only in views, not in what is stored. */
export const computedAttributes: ReadonlySet<string> = new Set(['_originalId', '_score'])

/** The dotted path of an attribute of the document itself (`slug.current`), or undefined for anything else. */
export function attributePath(node: ExprNode): string | undefined {
  if (node.type === 'Group') return attributePath(node.base)
  if (node.type !== 'AccessAttribute' || !plainName.test(node.name)) return undefined
  if (!node.base || node.base.type === 'This') return computedAttributes.has(node.name) ? undefined : node.name
  const base = attributePath(node.base)
  return base === undefined ? undefined : `${base}.${node.name}`
}

/** The same for an array's members: `tags` and `tags[]`. */
export function memberPath(node: ExprNode): string | undefined {
  return attributePath(node.type === 'ArrayCoerce' ? node.base : node)
}

/** Whether the node is a `_ref` in it, also through arrays: `author._ref`, `authors[]._ref`. */
export function isReferencePath(node: ExprNode): boolean {
  switch (node.type) {
    case 'Group':
      return isReferencePath(node.base)
    case 'AccessAttribute':
      return node.name === '_ref' && node.base !== undefined && isOwnContent(node.base)
    case 'Map':
      return isOwnContent(node.base) && node.expr.type === 'AccessAttribute' && node.expr.name === '_ref'
    default:
      return false
  }
}

/** Whether all that the node can give is part of the document it is evaluated on. */
function isOwnContent(node: ExprNode): boolean {
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
      return !node.base || isOwnContent(node.base)
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Filter':
    case 'Group':
    case 'Slice':
      return isOwnContent(node.base)
    case 'Map':
    case 'FlatMap':
      return isOwnContent(node.base) && isOwnContent(node.expr)
    default:
      return false
  }
}

/** Whether every string the node can give is in the document's `documentText`. `isMember` says that `@` is a member of an array in it. */
export function isOwnText(node: ExprNode, isMember = false): boolean {
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
      if (!node.base || node.base.type === 'This')
        return (node.name === '_id' && !isMember) || !node.name.startsWith('_')
      return !node.name.startsWith('_') && isOwnText(node.base, isMember)
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Filter':
    case 'Group':
    case 'Slice':
      return isOwnText(node.base, isMember)
    case 'Array':
      return node.elements.every((element) => isOwnText(element.value, isMember))
    case 'FuncCall':
      return node.namespace === 'pt' && node.name === 'text' && node.args.every((arg) => isOwnText(arg, isMember))
    case 'Map':
    case 'FlatMap':
      return isOwnText(node.base, isMember) && isOwnText(node.expr, true)
    default:
      return false
  }
}
