import {tokensOf} from './countTokens.ts'

/** A pair of brackets that is open: how many words and signs are in it, and how many of these behind its last comma. */
interface Level {
  all: number
  part: number
  isObject: boolean
}

/** What a word or sign weighs when groq-js copies it: for an operator, for an attribute of an object, and for an item of a list. */
const weights = {operator: 4, attribute: 6, item: 1.5}
const operators = new Set(['+', '-', '*', '/', '%', '|', '&', '=', '<', '>', '!'])
const opening = new Set(['(', '[', '{'])
const closing = new Set([')', ']', '}'])

/**
 * What it costs groq-js to parse a query, in units of about 10 ns, rather too many: it copies all that it has of an expression whenever it has read
 * a further part, so that the time grows with the square of the parts of one expression, but not with the number of expressions.
 */
export function parsingCost(query: string): number {
  const outermost: Level = {all: 0, part: 0, isObject: false}
  const open: Level[] = [outermost]
  let cost = 0
  let before = ''
  for (const token of tokensOf(query)) {
    const level = open.at(-1) ?? outermost
    if (closing.has(token) && open.length > 1) {
      open.pop()
      const around = open.at(-1) ?? outermost
      around.part += level.all + level.part
      cost += around.part
    } else if (token === ',') {
      level.all += level.part
      level.part = 0
      cost += level.all * (level.isObject ? weights.attribute : weights.item)
    } else {
      level.part += 1
      if (opening.has(token)) open.push({all: 0, part: 1, isObject: token === '{'})
      else if (token === '.') cost += level.part
      else if (operators.has(token) && !operators.has(before)) cost += level.part * weights.operator
    }
    before = token
  }
  return cost
}
