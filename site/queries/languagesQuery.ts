import {defineQuery} from 'groq'

/** The languages of the talks, none on a site of one language; and the language of the Hugo site, its default one, as far as the last import has found it. */
export const languagesQuery = defineQuery(`{
  "talks": array::unique(*[_type == "talk" && defined(hugo.language)].hugo.language),
  "ofSite": *[_type == "lecternSync" && defined(language)][0].language
}`)
