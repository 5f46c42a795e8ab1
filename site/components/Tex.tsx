import {ParseError, renderToString} from 'katex'

interface TexProps {
  tex: string
  display: boolean
}

/** TeX as MathML: browsers render it without any style sheet, script or font of ours. TeX with an error is shown as its source. */
export function Tex({tex, display}: TexProps) {
  const result = toMathMl(tex, display)
  if ('html' in result) return <span dangerouslySetInnerHTML={{__html: result.html}} />
  return (
    <code className="math-error" title={result.error}>
      {tex}
    </code>
  )
}

function toMathMl(tex: string, displayMode: boolean): {html: string} | {error: string} {
  try {
    return {
      html: renderToString(tex, {displayMode, output: 'mathml', strict: 'ignore', trust: false, maxExpand: 1000}),
    }
  } catch (error) {
    if (error instanceof ParseError) return {error: error.message}
    throw error
  }
}
