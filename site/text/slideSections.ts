import MarkdownIt from 'markdown-it'

export interface SlideSection {
  markdown: string
  /** What the speaker notes of the slide say, as Markdown. */
  notes: string[]
}

const parser = new MarkdownIt()
const noteShortcode = /\{\{([<%])\s*speaker_note\s*[>%]\}\}([\s\S]*?)\{\{[<%]\s*\/speaker_note\s*[>%]\}\}/g
const layoutShortcode = /\{\{[<%]\s*\/?(?:slide|fragment)\b[\s\S]*?[>%]\}\}/g

/**
 * The slides of a deck: the theme starts a new one at every rule (`---`). Speaker notes come apart from the slide; `slide` and
 * `fragment` (background, transition) have no meaning without the presenter and are left out, what they hold is shown.
 */
export function slideSections(markdown: string): SlideSection[] {
  const lines = markdown.split(/\r?\n/)
  const rules = parser.parse(markdown, {}).filter(({type, level}) => type === 'hr' && level === 0)
  const cuts = rules.flatMap(({map}) => map?.[0] ?? [])
  return [...cuts, lines.length]
    .map((end, index) => lines.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, end).join('\n'))
    .filter((source) => source.trim() !== '')
    .map((source) => ({
      markdown: source.replaceAll(noteShortcode, '').replaceAll(layoutShortcode, ''),
      notes: [...source.matchAll(noteShortcode)].map((found) => found[2] ?? ''),
    }))
}
