import {isMap as isYamlMap, isScalar, parseDocument} from 'yaml'
import {lineEnd, lineStart, nextLine} from './lines.ts'
import type {PageParts} from './splitPage.ts'
import {endOfPair, isNode, startOf} from './yamlPlaces.ts'

/**
 * Takes top-level keys away that stand on one line, and leaves the comments behind them as lines of their own. Other
 * keys stay: they are for `editFrontMatter` to remove.
 * @param keys As written.
 */
export function dropKeys(parts: PageParts, keys: readonly string[]): PageParts {
  if (parts.format !== 'yaml' || keys.length === 0) return parts
  const {header} = parts
  const document = parseDocument(header, {logLevel: 'silent'})
  const root = document.contents
  if (document.errors.length > 0 || !isYamlMap(root) || root.flow === true) return parts
  const pairs = root.items.filter(({key}) => isScalar(key) && keys.includes(String(key.value)))
  const text = pairs.reduceRight((written, pair) => {
    if (!isNode(pair.key) || !isScalar(pair.value)) return written
    const [start, end] = [lineStart(written, startOf(pair.key)), endOfPair(written, pair)]
    const behind = written.slice(end, lineEnd(written, end)).trim()
    if (written.slice(start, end).includes('\n') || !/^(#|$)/.test(behind)) return written
    const eol = written.slice(lineEnd(written, end), nextLine(written, end))
    return written.slice(0, start) + (behind === '' ? '' : behind + eol) + written.slice(nextLine(written, end))
  }, header)
  return {...parts, header: text}
}
