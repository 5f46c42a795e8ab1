import {Path} from 'groq-js'
import type {NativeFunction} from '../nativeCall.ts'

/** `path(pattern)`; null when the pattern is no string. */
export const path: NativeFunction = (_, pattern) => (typeof pattern === 'string' ? new SteadyPath(pattern) : null)

/**
 * A path that is matched part by part. groq-js makes one regular expression of it, which takes hours for `"a.a.a…" in path("**.**.**…")`, and
 * in which the dots between the parts stand for any character, and a line break for none.
 * `*` is one part that is not empty, `**` one or more.
 */
class SteadyPath extends Path {
  readonly #wanted: string[]

  constructor(pattern: string) {
    super('')
    this.#wanted = pattern.split('.')
  }

  override toJSON(): string {
    return this.#wanted.join('.')
  }

  override matches(text: string): boolean {
    const parts = text.split('.')
    let [at, wanted] = [0, 0]
    let retry: {at: number; wanted: number} | undefined
    while (at < parts.length) {
      const [part, pattern] = [parts[at] ?? '', this.#wanted[wanted]]
      if (pattern === '**') {
        retry = {at: at + 1, wanted: wanted + 1}
        at += 1
        wanted += 1
      } else if (pattern === '*' ? part !== '' : pattern === part) {
        at += 1
        wanted += 1
      } else {
        if (!retry) return false
        retry.at += 1
        at = retry.at
        wanted = retry.wanted
      }
    }
    return wanted === this.#wanted.length
  }
}
