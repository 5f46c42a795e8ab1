import {useContext} from 'react'
import {mathMl, texSource} from '../text/mathMl.ts'
import {MacrosOfPage} from './MacrosOfPage.ts'

interface TexProps {
  tex: string
  display: boolean
}

/** A formula as MathML. TeX with an error is shown as its source. */
export function Tex({tex, display}: TexProps) {
  const result = mathMl(tex, display, useContext(MacrosOfPage))
  if ('html' in result) return <span dangerouslySetInnerHTML={{__html: result.html}} />
  return (
    <code className="math-error" title={result.error}>
      {texSource(tex, display)}
    </code>
  )
}
