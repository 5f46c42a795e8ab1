import {printIcon} from '../constructs/icon.ts'
import {printInlineImage} from '../constructs/inlineImage.ts'
import type {Printing} from '../printing.ts'
import {closingDelimiter} from '../rules/math.ts'
import type {InlineContent} from './pieces.ts'

/** An inline object as Markdown; the start of a list is in its marker. Throws for a type that the content model does not have. */
export function printObject(object: InlineContent, escape: Printing['escape'] = 'light'): string {
  switch (object._type) {
    case 'inlineMath':
      return object.delimiter + object.tex + closingDelimiter(object.delimiter)
    case 'footnoteReference':
      return `[^${object.label}]`
    case 'inlineShortcode':
      return object.source
    case 'inlineHtml':
      return object.html
    case 'inlineImage':
      return printInlineImage(object, escape)
    case 'icon':
      return printIcon(object)
    case 'inlineMarkdown':
      return object.markdown
    case 'listStart':
      return ''
    default:
      throw new Error(`Unknown inline object "${(object as {_type: string})._type}"`)
  }
}
