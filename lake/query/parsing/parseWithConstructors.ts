import {type ExprNode, type ObjectNode, parse} from 'groq-js'
import {isGeometryType} from '../functions/shape.ts'
import {mapChildren} from '../groqTree.ts'

/** The constructors of GROQ's extensions (https://spec.groq.dev/draft/#sec-Extensions). */
const constructors: readonly string[] = ['geo', 'pt']
/** What the body of a declaration is known by. */
const mark = 'is constructed by'
const declarations = constructors.map((name) => `fn global::${name}($value) = $value{"${mark}": "${name}"};`).join('')

/**
 * Parses a query as groq-js does, and `geo(…)` and `pt(…)` too, which it does not know: it takes them where they are declared, as custom functions of
 * the namespace in which functions without one are. A query is first parsed as it is, so that errors of syntax stand where they are in it.
 */
export function parseWithConstructors(query: string, params: Record<string, unknown>): ExprNode {
  try {
    return parse(query, {params})
  } catch (error) {
    if (!(error instanceof Error && constructors.some((name) => error.message === `Undefined function: ${name}`))) {
      throw error
    }
    return withConstructors(parse(`${declarations}${query}`, {params}))
  }
}

function withConstructors(node: ExprNode): ExprNode {
  const whole = mapChildren(node, withConstructors)
  const name = whole.type === 'Projection' && whole.expr.type === 'Object' ? constantOf(whole.expr, mark) : undefined
  if (whole.type !== 'Projection' || name === undefined || !constructors.includes(name)) return whole
  if (name === 'geo' && whole.base.type === 'Object') checkType(whole.base)
  return {type: 'FuncCall', namespace: 'global', name, args: [whole.base]}
}

/** Of an object that the query itself spells, an unknown type is a mistake; of one in a document, it is a value that is no geometry. */
function checkType(object: ObjectNode): void {
  const type = constantOf(object, 'type')
  if (type !== undefined && !isGeometryType(type)) throw new Error(`function geo() knows no geometry of type "${type}"`)
}

function constantOf({attributes}: ObjectNode, name: string): string | undefined {
  const found = attributes.find((attribute) => attribute.type === 'ObjectAttributeValue' && attribute.name === name)
  const value = found?.value.type === 'Value' ? found.value.value : undefined
  return typeof value === 'string' ? value : undefined
}
