import {BadRequestError} from '../errors.ts'

/** A URL option that is on or off, and off unless `otherwise` says. Throws a BadRequestError for anything but `true` and `false`. */
export function flag(url: URL, name: string, otherwise = false): boolean {
  const value = url.searchParams.get(name) ?? String(otherwise)
  if (value === 'true' || value === 'false') return value === 'true'
  throw new BadRequestError(`The parameter "${name}" must be true or false, not ${JSON.stringify(value.slice(0, 100))}`)
}

/** A URL option that is one of some words; the first of them when it is not there. Throws a BadRequestError for any other. */
export function choice<Word extends string>(url: URL, name: string, words: readonly [Word, ...Word[]]): Word {
  const value = url.searchParams.get(name) ?? words[0]
  const word = words.find((one) => one === value)
  if (word !== undefined) return word
  const wanted = words.join(' or ')
  throw new BadRequestError(`The parameter "${name}" must be ${wanted}, not ${JSON.stringify(value.slice(0, 100))}`)
}

/** Whether `effectFormat` asks for effects, which there are in one format only. Throws a BadRequestError for another one. */
export function wantsEffects(url: URL): boolean {
  return (url.searchParams.get('effectFormat') ?? '') !== '' && choice(url, 'effectFormat', ['mendoza']) === 'mendoza'
}

/** A URL option that is a moment, in any form of `Date`; undefined when it is not there. Throws a BadRequestError for anything else. */
export function instant(url: URL, name: string): Date | undefined {
  const text = url.searchParams.get(name) ?? ''
  if (text === '') return undefined
  const date = new Date(text)
  if (!Number.isNaN(date.getTime())) return date
  throw new BadRequestError(`"${name}" must be an instant, not ${JSON.stringify(text.slice(0, 100))}`)
}

/** A URL option that counts, at most `most`; `otherwise` when it is not there. Throws a BadRequestError for what is no number from 1 on. */
export function count(url: URL, name: string, {otherwise, most}: {otherwise: number; most: number}): number {
  const text = url.searchParams.get(name) ?? ''
  if (text === '') return otherwise
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return Math.min(number, most)
  throw new BadRequestError(`"${name}" must be a whole number from 1 on, not ${JSON.stringify(text.slice(0, 100))}`)
}
