import {isObject} from '../isObject.ts'

/** Sets the attribute at a dotted path of `target`. Objects on the way are copied, as others may hold them too; what is no object gives way to one. */
export function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const [name = '', ...inner] = path.split('.')
  if (inner.length === 0) {
    target[name] = value
    return
  }
  const before = target[name]
  const copy = isObject(before) ? {...before} : {}
  setAt(copy, inner.join('.'), value)
  target[name] = copy
}
