import {defineQuery} from 'groq'
import {visible} from './fragments.ts'

/** Every page of the site, by slug. Parameter: now. */
export const sitemapQuery = defineQuery(`{
  "talks": *[${visible}] | order(_id asc) {"slug": slug.current, "language": hugo.language, "address": hugo.address, tags, "hidden": pageSettings.private, "aliases": pageSettings.aliases},
  "authors": *[_type == "author" && defined(slug.current)] | order(_id asc) {"slug": slug.current, "language": hugo.language, "address": hugo.address},
  "projects": *[_type == "project" && defined(slug.current)] | order(_id asc) {"slug": slug.current, "language": hugo.language, "address": hugo.address},
  "slides": *[_type == "slideDeck" && defined(slug.current)] | order(_id asc) {"slug": slug.current, "language": hugo.language, "address": hugo.address}
}`)
