import {ParseError, renderToString} from 'katex'
import {readTex} from './readTex.ts'
import {readMacros, type TexMacros} from './texMacros.ts'

/** A name for references, which shows nothing. KaTeX does not know it. */
const label = /\\label\s*\{[^{}]*\}/g

/** TeX as MathML, which browsers render without any style sheet, script or font of ours; or what is wrong with it. */
export function mathMl(tex: string, displayMode: boolean, macros: TexMacros = {}): {html: string} | {error: string} {
  const own = readMacros(tex)
  try {
    return {
      html: renderToString(readTex(own.tex.replaceAll(label, '')), {
        displayMode,
        output: 'mathml',
        strict: 'ignore',
        trust: false,
        maxExpand: 1000,
        macros: {...macros, ...own.macros},
      }),
    }
  } catch (error) {
    if (error instanceof ParseError) return {error: error.message}
    throw error
  }
}

/** TeX with an error as it stands in a text. The dollars may be sums of money, which a reader needs to see. */
export function texSource(tex: string, displayMode: boolean): string {
  return displayMode ? `$$${tex}$$` : `$${tex}$`
}
