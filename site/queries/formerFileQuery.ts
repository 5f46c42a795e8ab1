import {defineQuery} from 'groq'
import {visible} from './fragments.ts'

/** What became of the files of the pages at some addresses on the Hugo site. Parameters: addresses, now. */
export const formerFileQuery = defineQuery(`*[
  _type in ["talk", "author", "project", "slideDeck"] && hugo.address in $addresses && (_type != "talk" || ${visible})
] | order(_id asc) [0...20] {"address": hugo.address, "path": hugo.path, "fingerprint": hugo.fingerprint}`)
