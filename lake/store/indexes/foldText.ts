const hangulSyllables = /[가-힣]+/g

/**
 * Spells Hangul syllables as letters (jamo), so that a syllable has two or three units and the trigram index finds
 * words of two syllables such as 개발. Character by character, so a part of a text folds to a part of the folded text.
 */
export function foldText(text: string): string {
  return text.replace(hangulSyllables, (syllables) => syllables.normalize('NFD'))
}
