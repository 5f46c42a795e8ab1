/** Elements around a formula: of KaTeX, MathJax and Wikipedia, and of MathML itself. */
const FORMULA = '.katex-display, .katex, mjx-container, .mwe-math-element, math'

/** A formula of a web page, which has it once to be seen, once to be read aloud and once as TeX. Undefined where there is no TeX. */
export function formulaOf(element: Element): {tex: string; isBlock: boolean} | undefined {
  if (!element.matches(FORMULA)) return undefined
  const tex = element.querySelector('annotation[encoding="application/x-tex"]')?.textContent.trim()
  if (tex === undefined || tex === '') return undefined
  const isBlock = element.matches('.katex-display, [display="block"], [display="true"]')
  return {tex: tex.replace(/^\{\\displaystyle\s+(.*)\}$/s, '$1'), isBlock}
}
