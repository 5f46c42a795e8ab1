import {cpSync} from 'node:fs'
import {join} from 'node:path'

/** The folder name of the example site's one talk, the path of its page, and the id of its document. */
export const NAME = '백엔드-개발에-대한-짧은-견해'
export const TALK = `content/event/${NAME}/index.md`
export const TALK_ID = 'talk-002c68656218'

/** Puts the example site, which is the one that the first start imports, into a folder. */
export function copyExampleSite(folder: string): void {
  cpSync(join(import.meta.dirname, '../../seed/content'), folder, {recursive: true})
}
