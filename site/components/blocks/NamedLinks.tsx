import type {ShortcodeValue} from '../../content.ts'
import type {ShortcodeCall} from '../../text/readShortcode.ts'
import {isRemote} from '../../text/safeHref.ts'
import {useFiles} from '../Files.tsx'
import {InlineMarkdownText} from '../Html.tsx'
import {SafeLink} from '../SafeLink.tsx'
import {ShortcodeNote} from './ShortcodeNote.tsx'

interface NamedLinkProps {
  call: ShortcodeCall
  value: ShortcodeValue
}

/** `cite`: the page of a publication, talk or project, where the lake has it. */
export function CitedPage({call: {named}, value}: NamedLinkProps) {
  const page = useFiles().page(named['page'] ?? '')
  if (!page) return <ShortcodeNote value={value} />
  return (
    <p>
      <SafeLink href={page.address}>{page.title || named['page']}</SafeLink>
    </p>
  )
}

/** `notebook`: the file of a Jupyter notebook, by its title or name. */
export function NotebookLink({call: {named}, value}: NamedLinkProps) {
  const {src = '', file = src, title = file} = named
  const address = useFiles().link(file) ?? (isRemote(file) ? file : undefined)
  if (address === undefined) return <ShortcodeNote value={value} />
  return (
    <p>
      <SafeLink href={address}>
        <InlineMarkdownText markdown={title} />
      </SafeLink>
    </p>
  )
}
