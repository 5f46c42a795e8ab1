import {defineQuery} from 'groq'
import {listed} from './fragments.ts'

/** The tags of the talks that have one of some tags. Parameters: tags, now, language. */
export const talkTagsQuery = defineQuery(`array::unique(*[${listed} && count(tags[@ in $tags]) > 0].tags[])`)
