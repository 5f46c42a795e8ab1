import {defineQuery} from 'groq'

/** The languages of the talks; empty for a site of one language. */
export const languagesQuery = defineQuery(`array::unique(*[_type == "talk" && defined(hugo.language)].hugo.language)`)
