/** The attribute of the element that stands for the number with which a list begins. */
export const LIST_START = 'data-list-start'

/** Elements for what Hancom's word processor says by styles alone. */
const HANCOM_STYLES = {
  strong: /font-weight\s*:\s*(?:bold|[7-9]00)/i,
  em: /font-style\s*:\s*italic/i,
  u: /text-decoration\s*:[^;]*underline/i,
  s: /text-decoration\s*:[^;]*line-through/i,
}
const RAISED = {sup: /vertical-align\s*:\s*super/i, sub: /vertical-align\s*:\s*sub\b/i}

/** A pasted page, changed where it says in another way than by elements what the body has a block or mark for. */
export function preparePage(page: Document): Document {
  const isHancom = page.querySelector('[class^="HStyle"]') !== null
  for (const list of page.querySelectorAll('ol[start]')) markListStart(list)
  for (const code of page.querySelectorAll('pre')) flattenCode(code)
  for (const span of page.querySelectorAll('span[style]'))
    markStyles(span, isHancom ? {...HANCOM_STYLES, ...RAISED} : RAISED)
  for (const term of page.querySelectorAll('dt, dd')) replaceByParagraph(term)
  return page
}

/** Puts the number that a list begins with into its first item, where the body has it. */
function markListStart(list: Element): void {
  const number = Number(list.getAttribute('start'))
  const item = list.querySelector(':scope > li')
  if (!Number.isInteger(number) || number < 0 || number === 1 || item === null) return
  const mark = list.ownerDocument.createElement('data')
  mark.setAttribute(LIST_START, String(number))
  mark.textContent = String(number)
  const [place = item] = item.querySelectorAll(':scope > p')
  place.prepend(mark)
}

/** Leaves nothing of a code block but its code: no buttons, and no elements within which lines would be joined. */
function flattenCode(block: Element): void {
  for (const line of block.querySelectorAll('br')) line.replaceWith('\n')
  const [code, another] = block.querySelectorAll('code')
  const only = code === undefined || another !== undefined ? block : code
  block.className = [block, only].map((element) => element.getAttribute('class') ?? '').join(' ')
  block.textContent = only.textContent
}

/** Wraps what stands in a span with these styles, from the outermost span on: Google Docs puts one into the other. */
function markStyles(span: Element, styles: Record<string, RegExp>): void {
  const style = span.getAttribute('style') ?? ''
  for (const [name, pattern] of Object.entries(styles)) {
    if (!pattern.test(style)) continue
    const inner = outermostSpan(span)
    const wrapper = span.ownerDocument.createElement(name)
    inner.replaceWith(wrapper)
    wrapper.append(inner)
  }
}

function outermostSpan(span: Element): Element {
  const {parentElement: parent} = span
  return parent?.tagName === 'SPAN' && parent.childNodes.length === 1 ? outermostSpan(parent) : span
}

function replaceByParagraph(element: Element): void {
  const paragraph = element.ownerDocument.createElement('p')
  paragraph.append(...element.childNodes)
  element.replaceWith(paragraph)
}
