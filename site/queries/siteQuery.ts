import {defineQuery} from 'groq'

/** Whose site this is: the author marked as its owner. */
export const siteQuery = defineQuery(
  `*[_type == "author" && owner == true] | order(_id asc) [0] {name, "slug": slug.current, role}`,
)
