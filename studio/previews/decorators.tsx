import type {BlockDecoratorProps} from 'sanity'

/** Marked text in the editor as the site shows it. */
export function HighlightDecorator({children}: BlockDecoratorProps) {
  return <mark>{children}</mark>
}

/** Lowered text in the editor. */
export function SubscriptDecorator({children}: BlockDecoratorProps) {
  return <sub>{children}</sub>
}

/** Raised text in the editor. */
export function SuperscriptDecorator({children}: BlockDecoratorProps) {
  return <sup>{children}</sup>
}
