import {PLAIN} from '../parseTokens.ts'
import type {Token} from '../rules/markdownIt.ts'

/** What is escaped where a text begins. */
const specialStart = /^(?:[-#+=>~:]|\d{1,9}[.)])/
/** CommonMark 0.31 counts symbols as punctuation beside `*` and `_`, Goldmark before 1.7 does not. */
const dependsOnVersion = /[\p{L}\p{N}][*_]+(?![\0-\u007f])\p{S}|(?![\0-\u007f])\p{S}[*_]+[\p{L}\p{N}]/u

/** Goldmark takes `<` in a target in angle brackets, and marks inside of a bare mail address; quotes alone at a line's end stay straight, but not those of a heading with a line below. */
const dependsOnParser = /\]\([ \t]*<[^>\n]*<|[^\s<][*`~][^\s<]*@[a-zA-Z0-9]|(?:^|\s)['"]\n(?! *(?:=+|-+)\s*$)/

/** Whether the version of CommonMark or the parser decides what a text's `*`, `_` and targets mean. */
export function isReadByVersion(source: string): boolean {
  return dependsOnVersion.test(source) || dependsOnParser.test(source)
}

/**
 * Whether printing the blocks of an inline token gives its source again, line ends in it as spaces. False is no more
 * than a "perhaps": the text has to be printed and read to know.
 */
export function isPlainInline({content, meta}: Token): boolean {
  return meta === PLAIN && !specialStart.test(content)
}
