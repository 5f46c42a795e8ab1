import {expect, test} from 'vitest'
import {FrontMatterError} from './frontMatterError.ts'
import {readFrontMatter} from './readFrontMatter.ts'
import {splitPage} from './splitPage.ts'

/** A page, the line of the file at which to look, and what its error says to do. */
const PAGES: Array<[string, number, RegExp]> = [
  ['---\ntitle: A: b: c\n---\n', 2, /; a value with a colon and a space in it stands in quotes$/],
  ['---\ntitle: @home\n---\n', 2, /; a value that begins with "@" stands in quotes$/],
  ['---\nsummary: x\ntitle: *star\n---\n', 3, /; a value that begins with "\*" stands in quotes$/],
  ['---\ntitle: "One" and two\n---\n', 2, /; something stands after the closing quote: /],
  ['---\ntitle: "One\ndate: 2024-10-03\nevent: x\n---\n', 2, /; the quote that begins here is never closed$/],
  ['---\ntags: [a, b]\nauthors: [c, d\ndate: 2024-10-03\n---\n', 3, /; the bracket that opens here is never closed$/],
  ['---\ntitle: A\n\tevent: b\n---\n', 3, /; indent with spaces$/],
  ['---\ntitle: A\n  event: b\n---\n', 3, /; look at this line and the one above it /],
  ['---\ntags:\n<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> dev\n---\n', 3, /; Git left a conflict here: /],
  ['---\n- a\n---\n', 2, /^The front matter is not a map: write lines /],
  ['---\ntitle: A\n\ntext\n', 1, /^The front matter is never closed: write "---" on a line of its own /],
  ['+++\ntitle = A\n+++\n', 2, /; a text stands in double quotes$/],
  ['+++\ntitle = "A"\ntitle = "B"\n+++\n', 3, /; delete one of the two$/],
  ['+++\ndate = 2024-10-03T9:00:00\n+++\n', 2, /; write it like 2024-10-03T09:00:00, /],
  ['+++\ntitle "A"\n+++\n', 2, /; look at this line for a missing quote, bracket or "="$/],
  ['{\n"title": "A",\n}\n', 3, /; delete the comma before it, /],
  ['{\n"title": "A"\n"event": "B"\n}\n', 3, /; look at this line and the one above it /],
  ['{\n"title": "A"\n', 1, /: a "}" or a quote is missing$/],
]

test.each(PAGES)('%j says where to look and what to do', (text, line, message) => {
  const read = () => readFrontMatter(splitPage(text))
  expect(read).toThrow(FrontMatterError)
  expect(read).toThrow(expect.objectContaining({line, message: expect.stringMatching(message)}))
})
