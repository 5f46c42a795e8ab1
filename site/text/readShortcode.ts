/** A call of a Hugo shortcode, with what stands between its tags. */
export interface ShortcodeCall {
  name: string
  named: Record<string, string>
  positional: string[]
  inner?: string
}

const name = /^\{\{[<%]\s*([\w/.-]+)/
const argument = /\s+(?!\/?\s*[>%]\}\})(?:([\w-]+)=)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`]+?)(?=\s|\/?[>%]\}\}))/y
const tagEnd = /\s*\/?\s*[>%]\}\}/y

/** Reads the source of one call; undefined for what is no call, or not only one. */
export function readShortcode(source: string): ShortcodeCall | undefined {
  const text = source.trim()
  const found = name.exec(text)
  if (!found?.[1]) return undefined
  const call: ShortcodeCall = {name: found[1], named: {}, positional: []}
  let at = found[0].length
  for (let next = matchAt(argument, text, at); next; next = matchAt(argument, text, at)) {
    const [all, key, quoted, raw, bare] = next
    const value = quoted?.replaceAll(/\\(["\\])/g, '$1') ?? raw ?? bare ?? ''
    if (key === undefined) call.positional.push(value)
    else call.named[key] = value
    at += all.length
  }
  const end = matchAt(tagEnd, text, at)
  return end ? withInner(call, text.slice(at + end[0].length)) : undefined
}

function withInner(call: ShortcodeCall, rest: string): ShortcodeCall | undefined {
  if (rest === '') return call
  const tag = new RegExp(`\\{\\{[<%]\\s*/?${call.name.replaceAll('.', '\\.')}(?=[\\s>%])[^{}]*\\}\\}`, 'g')
  const closing = [...rest.matchAll(tag)]
  const [last] = closing
  const isWhole = closing.length === 1 && last !== undefined && last.index + last[0].length === rest.length
  return isWhole && last[0].includes('/') ? {...call, inner: rest.slice(0, last.index)} : undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
