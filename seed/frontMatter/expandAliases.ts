import {isAlias, isScalar, parseDocument, visit, type Alias} from 'yaml'
import {plainValue} from './editYamlList.ts'
import {formatFlow} from './formatYaml.ts'
import type {FrontMatterValue} from './frontMatterValue.ts'
import {isNode} from './yamlPlaces.ts'

/**
 * A YAML header in which what stands under a key may change and no other key with it: aliases elsewhere of the anchors
 * in its value are written out as what they stand for. The same text when there are none.
 */
export function expandAliases(header: string, key: string): string {
  if (!/&[^\s,[\]{}]/.test(header)) return header
  const document = parseDocument(header, {uniqueKeys: false, merge: true, logLevel: 'silent'})
  const anchors = new Set<string>()
  const aliases: Alias[] = []
  let inside = false
  visit(document, {
    Pair(_, pair, path) {
      if (path.length === 2) inside = isScalar(pair.key) && String(pair.key.value) === key
    },
    Node(_, node) {
      if (!isAlias(node) && inside && node.anchor !== undefined) anchors.add(node.anchor)
      if (isAlias(node) && !inside) aliases.push(node)
    },
  })
  let text = header
  for (const alias of aliases.toReversed()) {
    const target = alias.resolve(document)
    if (!anchors.has(alias.source) || !isNode(alias) || target === undefined) continue
    const [start, end] = alias.range
    text = text.slice(0, start) + written(header, target, plainValue(target.toJS(document))) + text.slice(end)
  }
  return text
}

/** A date and a text in quotes as they stand, anything else on one line. */
function written(text: string, target: unknown, value: FrontMatterValue): string {
  if (isScalar(target) && isNode(target)) {
    const own = text.slice(target.range[0], target.range[1])
    if (/^(?:\d[\d\-T:.Z+ ]*|"[^"\n]*"|'[^'\n]*')$/.test(own)) return own
  }
  return formatFlow(value, {scalar: 'plain', flow: true, column: 0, listIndent: 2})
}
