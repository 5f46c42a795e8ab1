import {type CountedText, countedText, enoughOccurrences} from './textQuery.ts'

/** How often each word stands in a searchable text. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    if (line !== '') for (const word of line.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/**
 * What ranking needs of a searchable text, in half of its length: how long it is, and how often each word stands in it. A line for each number of
 * times, with all words that stand there so often: `2931\n1 once again\n2 twice`.
 */
export function writeCounts(length: number, counts: ReadonlyMap<string, number>): string {
  const lines = new Map<number, string[]>()
  for (const [word, count] of counts) {
    const line = lines.get(count)
    if (line) line.push(word)
    else lines.set(count, [word])
  }
  return [String(length), ...Array.from(lines, ([count, line]) => `${count} ${line.join(' ')}`)].join('\n')
}

/** The text of which these are the counts, for terms of single words: it does not tell which words stand in a row. */
export function textOfCounts(stored: string): CountedText {
  const [length, ...lines] = stored.split('\n')
  return {
    length: Number(length),
    count(term) {
      if (term.words.length === 0) return 1
      let sum = 0
      for (const line of lines) {
        // The number itself is no word of the text.
        const gap = line.indexOf(' ')
        const found = countedText(line.slice(gap + 1)).count(term)
        if (found > 0) sum += found * Number(line.slice(0, gap))
      }
      return Math.min(sum, enoughOccurrences)
    },
  }
}

/** Texts one below the other, as `searchableText` puts those of an array. */
export function joinedTexts(texts: readonly CountedText[]): CountedText {
  const some = texts.filter(({length}) => length > 0)
  return {
    length: some.reduce((sum, text) => sum + text.length, Math.max(0, some.length - 1)),
    // The lone `*` is met once by whatever there is.
    count: (term) =>
      term.words.length === 0
        ? 1
        : Math.min(
            some.reduce((sum, text) => sum + text.count(term), 0),
            enoughOccurrences,
          ),
  }
}
