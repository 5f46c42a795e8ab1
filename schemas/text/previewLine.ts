import {languageName} from './languageName.ts'
import type {Say} from './say.ts'

/**
 * The line below a document's name in a list: its parts that say something. On a site of several languages the document's
 * own comes first, since a translation begins with the name of its original.
 * @param spoken The code of its language: `hugo.language`.
 */
export function previewLine(say: Say, spoken: unknown, parts: readonly unknown[]): string {
  const language = isText(spoken) ? languageName(spoken, say) : undefined
  return [language, ...parts].filter(isText).join(' · ')
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
