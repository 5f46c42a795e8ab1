import type {ObjectAttributeNode} from 'groq-js'
import type {Compiled, CompileScope} from './compilation.ts'
import {isGroqObject} from './plainValues.ts'

type Assign = (result: Record<string, unknown>, item: unknown, run: Parameters<Compiled>[1]) => void

/** `{…}` with attributes, splats and conditions. */
export function compileObject(attributes: ObjectAttributeNode[], scope: CompileScope): Compiled | undefined {
  const assigns = attributes.map((attribute) => compileMember(attribute, scope))
  const known = assigns.filter((assign) => assign !== undefined)
  if (known.length < assigns.length) return undefined
  return (item, run) => {
    const result: Record<string, unknown> = {}
    for (const assign of known) assign(result, item, run)
    return result
  }
}

function compileMember(attribute: ObjectAttributeNode, scope: CompileScope): Assign | undefined {
  const value = scope.compile(attribute.value, scope)
  if (!value) return undefined
  if (attribute.type === 'ObjectAttributeValue') {
    const {name} = attribute
    return (result, item, run) => {
      addMember(result, name, value(item, run))
    }
  }
  const isRead = attribute.value.type === 'This' && scope.isDocument
  const splat: Assign = (result, item, run) => {
    const members = value(item, run)
    if (!isGroqObject(members)) return
    if (!isRead) run.evaluation.budget.make(members)
    addMembers(result, members)
  }
  if (attribute.type === 'ObjectSplat') return splat
  const condition = scope.compile(attribute.condition, scope)
  return (
    condition &&
    ((result, item, run) => {
      if (condition(item, run) === true) splat(result, item, run)
    })
  )
}

function addMembers(result: Record<string, unknown>, members: Record<string, unknown>): void {
  if (!Object.hasOwn(members, '__proto__')) return void Object.assign(result, members)
  for (const [name, value] of Object.entries(members)) addMember(result, name, value)
}

/** An attribute may have any name: assigning to this one would set the prototype. */
function addMember(result: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') result[name] = value
  else Object.defineProperty(result, name, {value, configurable: true, enumerable: true, writable: true})
}
