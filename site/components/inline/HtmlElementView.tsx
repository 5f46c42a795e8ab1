import type {PortableTextTypeComponentProps} from '@portabletext/react'
import {createElement} from 'react'
import type {HtmlElement, TextBlock} from '../../content.ts'
import {sanitizeTag} from '../../text/sanitize.ts'
import {useFiles} from '../Files.tsx'
import {SafeLink} from '../SafeLink.tsx'

/** An element written as HTML in a sentence, with what it holds; of a tag that is not allowed only what it holds. */
export function HtmlElementView({value, renderNode}: PortableTextTypeComponentProps<HtmlElement>) {
  const {_key, tag, children, markDefs} = value
  const block: TextBlock = {_type: 'block', _key, style: 'inline', children, markDefs}
  const content = renderNode({node: block, index: 0, isInline: false, renderNode})
  const element = sanitizeTag(useFiles().setPages(tag))
  if (!element) return content
  if (element.name === 'a') {
    const {href, title, id} = element.attributes
    return (
      <SafeLink id={id} href={href} title={title}>
        {content}
      </SafeLink>
    )
  }
  return createElement(element.name, reactNames(element.attributes), content)
}

function reactNames({class: className, datetime: dateTime, ...others}: Record<string, string>) {
  return {...others, ...(className && {className}), ...(dateTime && {dateTime})}
}
