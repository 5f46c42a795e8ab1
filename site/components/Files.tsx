import {createContext, useContext, type ReactNode} from 'react'
import type {Maybe, NamedFile} from '../content.ts'
import {createFiles, type Files as FilesOfText} from '../images/createFiles.ts'
import {useSite} from './SiteContext.tsx'

const FilesContext = createContext<FilesOfText | undefined>(undefined)

/** Lets the texts within name files: `[slides](slides.pdf)` leads to the asset, `<img src="photo.jpg">` shows it. */
export function Files({value, children}: {value: Maybe<NamedFile[]>; children: ReactNode}) {
  const {assets} = useSite()
  return <FilesContext value={createFiles(value, assets)}>{children}</FilesContext>
}

/** The files that the text around may name; none without a `Files` around it. */
export function useFiles(): FilesOfText {
  const {assets} = useSite()
  return useContext(FilesContext) ?? createFiles([], assets)
}
