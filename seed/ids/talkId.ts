import {hashText} from '../values/hashText.ts'
import {readablePart} from './readablePart.ts'

/** The id of a talk: its file's path, so that `event/x` and `talk/x` stay two talks. */
export function talkId(path: string): string {
  const normal = path.normalize('NFC')
  const name = normal.replace(/(\/index)?(\.[a-z-]{2,10})?\.[a-z]+$/i, '')
  const readable = readablePart(name.slice(name.lastIndexOf('/') + 1))
  return readable === '' ? `talk-${hashText(normal)}` : `talk-${readable}-${hashText(normal)}`
}
