import {createContext, useContext, type ReactNode} from 'react'
import type {Maybe, NamedFile, NamedPage} from '../content.ts'
import {createFiles, type Files as FilesOfText} from '../images/createFiles.ts'
import {useSite} from './SiteContext.tsx'

const FilesContext = createContext<FilesOfText | undefined>(undefined)

interface FilesProps {
  value: Maybe<NamedFile[]>
  pages?: NamedPage[] | undefined
  /** `"frontMatter": hugo.unknown`: the captions of galleries. */
  frontMatter?: Maybe<string>
  children: ReactNode
}

/**
 * Lets the texts within name files, `[slides](slides.pdf)` leads to the asset, `<img src="photo.jpg">` shows it; and pages, to which
 * `{{< ref "other.md" >}}` leads.
 */
export function Files({value, pages, frontMatter, children}: FilesProps) {
  const {assets} = useSite()
  return <FilesContext value={createFiles(value, assets, pages, frontMatter)}>{children}</FilesContext>
}

/** The files that the text around may name; none without a `Files` around it. */
export function useFiles(): FilesOfText {
  const {assets} = useSite()
  return useContext(FilesContext) ?? createFiles([], assets)
}
