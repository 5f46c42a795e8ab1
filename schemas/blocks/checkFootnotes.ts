import type {Path, ValidationError} from '@sanity/types'
import type {Say} from '../text/say.ts'

interface Labels {
  /** Where each footnote and each mark of it is, by its label. */
  notes: Map<string, Path>
  marks: Map<string, Path>
  /** Whatever raw Markdown may define or refer to. */
  written: Set<string>
}

/** A body's marks that lead to no footnote, and its footnotes that no mark leads to, each where it is; those without a label are told by their own rule. */
export function checkFootnotes(say: Say, body: unknown): true | ValidationError[] {
  const labels: Labels = {notes: new Map(), marks: new Map(), written: new Set()}
  collect(body, [], labels)
  const {notes, marks, written} = labels
  const alone = (these: Map<string, Path>, those: Map<string, Path>) =>
    [...these].filter(([label]) => !those.has(label) && !written.has(label))
  const problems = [
    ...alone(marks, notes).map(([label, path]) => ({
      path,
      message: say({
        ko: `이름이 "${label}"인 각주가 없어 [^${label}] 그대로 표시됩니다. 각주를 넣거나 이름을 맞춰 주세요.`,
        en: `There is no footnote “${label}”, so the page shows [^${label}]. Add the footnote or give both the same label.`,
      }),
    })),
    ...alone(notes, marks).map(([label, path]) => ({
      path,
      message: say({
        ko: `본문에 각주 "${label}"의 표시가 없습니다. 도구 막대의 ⋯ 메뉴에서 "각주 표시"를 넣거나 이름을 맞춰 주세요.`,
        en: `Nothing in the text leads to the footnote “${label}”. Insert a footnote mark or give both the same label.`,
      }),
    })),
  ]
  return problems.length === 0 ? true : problems
}

function collect(value: unknown, path: Path, labels: Labels): void {
  if (typeof value === 'string') {
    for (const [, label = ''] of value.matchAll(/\[\^([^\]\s]+)\]/g)) labels.written.add(label)
    return
  }
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => collect(item, [...path, segmentOf(item, index)], labels))
    return
  }
  if (typeof value !== 'object' || value === null) return
  const members = new Map<string, unknown>(Object.entries(value))
  const [type, label] = [members.get('_type'), members.get('label')]
  const found = type === 'footnote' ? labels.notes : type === 'footnoteReference' ? labels.marks : undefined
  if (found !== undefined && typeof label === 'string' && !found.has(label)) found.set(label, path)
  for (const [name, member] of members) collect(member, [...path, name], labels)
}

function segmentOf(item: unknown, index: number): Path[number] {
  const key: unknown = typeof item === 'object' && item !== null && '_key' in item ? item._key : undefined
  return typeof key === 'string' ? {_key: key} : index
}
