import {BadRequestError} from '../errors.ts'

/** The mutator counts a range out item by item, whether there are any or not. */
const furthestInRange = 100_000
/** What can stand in a path, spaces left out: texts, numbers, and single signs. Read from left to right, once. */
const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+|\S/g

/** In characters: the mutator takes seconds for a path of a hundred thousand. */
const longestPath = 4096

const attribute = String.raw`(?:[A-Za-z_]\w*|'(?:[^'\\]|\\.)*')`
const inBrackets = String.raw`[^[\]"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`
/** What brackets begin with: a number, a range, an attribute, a path or a comparison. With anything else the mutator reads nothing at all. */
const first = String.raw`\[ *(?=[\w'[-]|\.\.|[@$] *[<>=!?]|: *-?\d)`
const brackets = String.raw`${first}(?:${inBrackets}|${first}(?:${inBrackets})*\])*\]`
const wholePath = new RegExp(
  String.raw`^ *(?:\.\. *)?(?:${attribute}|${brackets}) *(?:(?:\. *${attribute}|(?:\.\. *)?${brackets}|\.\. *${attribute}) *)*$`,
)

/**
 * Refuses a JSONMatch path (https://www.sanity.io/docs/json-match) that is not one from its first to its last character. `@sanity/mutator` stops
 * where it understands no more, and would write to what it has read until then: to `my` for `my field`.
 *
 * @param where names the mutation or action in the message
 * @throws BadRequestError
 */
export function checkPath(path: string, where: string): void {
  if (path.length > longestPath) throw new BadRequestError(`${where}: a path is longer than ${longestPath} characters`)
  if (!wholePath.test(path)) {
    throw new BadRequestError(
      `${where}: the path "${path}" is not valid. An attribute is written as name, or as 'any name'; an array's item as [0] or [_key=="a"]`,
    )
  }
  if (path.includes(':') && reachesTooFar(path.match(tokens) ?? [])) {
    throw new BadRequestError(
      `${where}: a range in "${path}" goes beyond ${furthestInRange} items: leave that end open`,
    )
  }
  if (path.includes('__proto__')) throw new BadRequestError(`${where}: the path "${path}" is not allowed`)
}

/** Whether a number beside a colon is beyond the furthest. */
function reachesTooFar(all: readonly string[]): boolean {
  return all.some((token, at) => token === ':' && [all[at - 1], all[at + 1]].some(isFar))
}

const isFar = (token = ''): boolean => Math.abs(Number(token)) > furthestInRange
