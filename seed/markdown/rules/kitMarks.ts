import type {MarkdownIt, StateInline} from './markdownIt.ts'

const marks = [
  {name: 'mark', character: '=', pattern: /==(?=[^\s=])(?:[^=\n]|=(?!=))*?(?<=[^\s=])==(?!=)/y, width: 2},
  {name: 'sub', character: '~', pattern: /~(?=[^\s~])[^\s~]+~(?!~)/y, width: 1},
  {name: 'sup', character: '^', pattern: /\^(?=[^\s^])[^\s^]+\^(?!\^)/y, width: 1},
] as const

/** `==mark==`, `H~2~O` and `1^st^`: Goldmark's extras, which the kit switches on. */
export function kitMarks(md: MarkdownIt): void {
  for (const {name, character, pattern, width} of marks) {
    md.inline.ruler.before('emphasis', name, (state: StateInline, silent: boolean) => {
      if (state.src[state.pos] !== character) return false
      if (name !== 'mark' && state.src[state.pos - 1] === character) return false
      pattern.lastIndex = state.pos
      const end = pattern.test(state.src) ? pattern.lastIndex : -1
      if (end < 0 || end > state.posMax) return false
      if (!silent) {
        const {posMax} = state
        state.push(`${name}_open`, name, 1).markup = character.repeat(width)
        state.pos += width
        state.posMax = end - width
        state.md.inline.tokenize(state)
        state.posMax = posMax
        state.push(`${name}_close`, name, -1)
      }
      state.pos = end
      return true
    })
  }
}
