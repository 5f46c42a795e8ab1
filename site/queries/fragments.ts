/**
 * Which talks a visitor may see. Hugo builds a page from its publish date, else its date, until its expiry date; drafts never
 * (hugolib: shouldBuild). Instants are compared as strings, which an index can answer: they are stored in UTC, and `$now` has
 * whole seconds (see queryTime), so a stored `.000` does not matter.
 */
export const visible = /* groq */ `_type == "talk" && defined(slug.current) && coalesce(publishDate, start, "") <= $now && (!defined(expiryDate) || expiryDate >= $now)`

/**
 * Talks that are not over: from the end, else the start; an all-day talk lasts the day that begins at that instant.
 * `$dayAgo` is 24 hours before `$now`. Its negation holds for past talks and for those without a date.
 */
export const notOver = /* groq */ `(coalesce(end, start, "") >= $now || allDay == true && coalesce(end, start, "") > $dayAgo)`

/**
 * Which talks a list names: as on the Hugo site, those of one language. Only sites of several languages have talks with a
 * language; those without are in every list. Parameter: language, empty for all.
 */
export const listed = /* groq */ `${visible} && (!defined(hugo.language) || $language == "" || hugo.language == $language)`

/** Which document of a slug: the one in the language asked for. Parameter: language. */
export const inLanguage = /* groq */ `order(hugo.language == $language desc, _id asc)`

/** The files that the texts of a page name, `slides.pdf`, for `Files`. */
const namedFiles = /* groq */ `"files": hugo.files[]{name, "asset": asset._ref}`

/** The same with the captions of its galleries, and the file from which it came. */
export const files = /* groq */ `${namedFiles}, "frontMatter": hugo.unknown, "path": hugo.path`

/** What a list shows of a talk. */
export const talkCard = /* groq */ `_id, title, "slug": slug.current, "language": hugo.language, event, location, summary, ${namedFiles}, start, end, allDay, timeZone, endTimeZone, tags, image, authors[]{_key, "author": @->{_id, name, "slug": slug.current, "language": hugo.language}}`

/** The languages of the documents that are the same in another one: they share type and slug. Parameter: slug. */
export const translations = /* groq */ `"translations": *[_type == ^._type && slug.current == $slug && defined(hugo.language) && _id != ^._id] | order(hugo.language asc, _id asc) {"language": hugo.language}`

/** What a page shows of a person. */
export const person = /* groq */ `_id, name, "slug": slug.current, "language": hugo.language, role, bio, organizations, avatar`
