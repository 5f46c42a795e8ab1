import {createContext, useContext, useMemo} from 'react'
import type {FormPatch, ObjectInputProps, PatchEvent} from 'sanity'

interface DocumentForm {
  /** Changes any field; paths start at the document. Inside the item of an array, Sanity's own `onChange` starts there. */
  onChange: (patches: FormPatch[] | PatchEvent) => void
}

const DocumentFormContext = createContext<DocumentForm>({onChange: () => undefined})

/** The document around an input. */
export function useDocumentForm(): DocumentForm {
  return useContext(DocumentFormContext)
}

/** The form of a document: Sanity's own, with its root `onChange` in reach of the inputs within. */
export function DocumentInput(props: ObjectInputProps) {
  const {onChange} = props
  const form = useMemo(() => ({onChange}), [onChange])
  return <DocumentFormContext.Provider value={form}>{props.renderDefault(props)}</DocumentFormContext.Provider>
}
