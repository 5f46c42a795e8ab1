/**
 * What an input of a date or a time holds, or undefined while it is half typed. Browsers say that by `badInput` beside an empty value; and a year
 * of which only `2` or `20` is typed is to them the year 2 or 20.
 */
export function wholeValue(text: string, badInput: boolean): string | undefined {
  return badInput || (text.startsWith('0') && text.includes('-')) ? undefined : text
}
