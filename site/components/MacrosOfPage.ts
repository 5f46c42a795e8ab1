import {createContext} from 'react'
import type {TexMacros} from '../text/texMacros.ts'

/** The commands that the formulas of a page define, for all of them. */
export const MacrosOfPage = createContext<TexMacros>({})
