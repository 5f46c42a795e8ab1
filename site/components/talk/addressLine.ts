import type {Maybe} from '../../content.ts'
import type {Language} from '../../language/strings.ts'
import type {PostalAddress} from '../../talkContent.ts'

/**
 * An address in one line. English: the theme's default format (en-us: street, city, region postcode; no country). Korean,
 * which the theme has no format for: from the large to the small, postcode in parentheses.
 */
export function addressLine(address: Maybe<PostalAddress>, language: Language): string {
  const {street, city, region, postcode} = address ?? {}
  if (language === 'en') return joined([street, city, joined([region, postcode], ' ')], ', ')
  return joined([region, city, street, postcode && `(${postcode})`], ' ')
}

function joined(parts: Array<Maybe<string>>, separator: string): string {
  return parts.filter(Boolean).join(separator)
}
