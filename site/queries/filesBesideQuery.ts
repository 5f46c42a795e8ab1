import {defineQuery} from 'groq'
import {visible} from './fragments.ts'

/** What became of the files of all pages. Parameter: now. */
export const filesBesideQuery = defineQuery(`*[
  _type in ["talk", "author", "project", "slideDeck"] && defined(hugo.address) && (_type != "talk" || ${visible})
] | order(_id asc) {"address": hugo.address, "path": hugo.path, "fingerprint": hugo.fingerprint}`)
