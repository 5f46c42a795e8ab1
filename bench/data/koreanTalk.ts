import {readFileSync} from 'node:fs'
import {join} from 'node:path'

const SOURCE = join(import.meta.dirname, '../../seed/content/content/event/백엔드-개발에-대한-짧은-견해/index.md')

export interface KoreanTalk {
  /** The front matter with its comments, without the `---` lines. */
  frontMatter: string
  /** Every word of the body, without Markdown. */
  words: string[]
}

/** The talk that all benchmark data is made from. */
export function koreanTalk(): KoreanTalk {
  const [, frontMatter = '', body = ''] = readFileSync(SOURCE, 'utf8').split(/^---$/m)
  return {frontMatter: frontMatter.trim(), words: body.replaceAll('*', '').split(/\s+/).filter(Boolean)}
}
