import {nameToEmoji} from 'gemoji'

// Of what means something in an expression, names have `+` alone; `RegExp.escape` is not on every Node that a frontend runs on.
const named = new RegExp(`:(${Object.keys(nameToEmoji).join('|').replaceAll('+', '\\+')}):`, 'g')

/**
 * A text with the emoji that GitHub's names in it stand for (`:tada:`), as Hugo has it where the site sets `enableEmoji`, like those
 * of the theme's starters (https://gohugo.io/quick-reference/emojis/). Hugo replaces them in code and addresses too, which callers leave alone.
 */
export function showEmoji(text: string): string {
  return text.includes(':') ? text.replaceAll(named, (_, name: string) => nameToEmoji[name] ?? '') : text
}
