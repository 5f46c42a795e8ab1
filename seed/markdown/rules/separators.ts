import type {MarkdownIt} from './markdownIt.ts'

const separator = /[\u0085\u2028\u2029]/g

/** Beside emphasis the line and paragraph separators of Unicode are spaces to Goldmark, and letters to markdown-it. */
export function separators(md: MarkdownIt): void {
  md.inline.State = class extends md.inline.State {
    #spaced: string | undefined

    override scanDelims(start: number, canSplitWord: boolean) {
      const {src} = this
      this.src = this.#spaced ??= src.replace(separator, ' ')
      const scanned = super.scanDelims(start, canSplitWord)
      this.src = src
      return scanned
    }
  }
}
