import Token from 'markdown-it/lib/token.mjs'
import type {Token as TokenType} from './markdownIt.ts'

/** A text token as two: one of Markdown that is kept as it is, one of text. */
export function verbatimToken(content: string): TokenType {
  return tokenOf('verbatim', content)
}

export function textToken(content: string): TokenType {
  return tokenOf('text', content)
}

/** The first number of a list, as a token of its first item. */
export function listStartToken(number: string): TokenType {
  return tokenOf('list_start', number)
}

function tokenOf(type: string, content: string): TokenType {
  const token = new Token(type, '', 0)
  token.content = content
  return token
}
