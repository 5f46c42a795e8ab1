import {embedAddress} from './embedAddress.ts'
import {readShortcode, type ShortcodeCall} from './readShortcode.ts'

const calls = /\{\{([<%])\s*([\w-]+)[^{}]*?[>%]\}\}(?:(?:(?!\{\{[<%])[\s\S])*?\{\{[<%]\s*\/\2\s*[>%]\}\})?/g

/** Markdown with what shortcodes in it say where Markdown or HTML can say the same; all others stay as they are. */
export function replaceShortcodes(markdown: string): string {
  if (!markdown.includes('{{')) return markdown
  return markdown.replaceAll(calls, (source) => {
    const call = readShortcode(source)
    return (call && asMarkdown(call)) ?? source
  })
}

function asMarkdown({name, named, positional, inner}: ShortcodeCall): string | undefined {
  switch (name) {
    case 'math':
    case 'staticref':
      // Inside a quote the lines between the tags begin with its sign.
      return inner?.replaceAll(/^[\s>]+|[\s>]+$/g, '')
    case 'hl':
      return inner && `<mark>${inner}</mark>`
    case 'icon':
      return ''
    case 'mention':
      return positional[0]
    case 'figure': {
      const title = (named['caption'] ?? named['title'])?.replaceAll('"', '&quot;')
      return named['src'] && `![${named['alt'] ?? ''}](<${named['src']}>${title ? ` "${title}"` : ''})`
    }
    default: {
      const address = embedAddress(name, named['id'] ?? positional[0])
      return address && `<${address}>`
    }
  }
}
