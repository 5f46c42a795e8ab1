import {readText} from '../bundle/readText.ts'
import {fetchDocuments} from '../client/fetchDocuments.ts'
import {readPage} from '../documents/page.ts'
import {pageAddress} from '../documents/pageAddress.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {fillBlocks} from '../markdown/fillBlocks.ts'
import type {StoredDocument} from '../plan/plan.ts'
import {type EditedPage, editPage} from './editPage.ts'
import type {ExportRun} from './exportRun.ts'
import {readIfThere} from './savePage.ts'

/**
 * The pages of the site by the addresses that they will have after an export, each page by the path of its file before it:
 * none of these addresses may become an alias of another page.
 * @returns Nothing when no page gets another address: then none gets an alias.
 */
export async function planAddresses(run: ExportRun): Promise<Map<string, Set<string>>> {
  const {config, pages} = run.site
  const addresses = new Map<string, string | undefined>()
  let moves = false
  const edited = [...run.documents.values()].filter(({mayMove, isStub}) => mayMove && !isStub)
  const ids = edited.map(({_id}) => _id)
  for await (const document of fetchDocuments(run.options.client, ids)) {
    const result = editOrLeave(document, run)
    if (!result) continue
    const {page, file, written} = result
    const address = pageAddress(readPage(file, written.text), config)
    moves ||= document.hugo !== undefined && address !== pageAddress(page, config)
    addresses.set(page.file.path, address)
  }
  if (!moves) return new Map()
  for (const {path} of pages) if (!addresses.has(path)) addresses.set(path, addressOnDisk(path, run))
  const byAddress = new Map<string, Set<string>>()
  for (const [path, address] of addresses) {
    if (address !== undefined) byAddress.set(address, (byAddress.get(address) ?? new Set()).add(path))
  }
  return byAddress
}

/** Nothing for a page that cannot be written: it stays where it is, and is refused in its turn. */
function editOrLeave(document: StoredDocument, run: ExportRun): EditedPage | undefined {
  const path = document.hugo?.path
  try {
    const onDisk = path === undefined ? undefined : readIfThere(run.site.folder, path)
    return editPage(fillBlocks(document, document.hugo?.dialect ?? run.dialect), onDisk, run)
  } catch (error) {
    if (error instanceof Error && !('code' in error)) return undefined
    throw error
  }
}

function addressOnDisk(path: string, {site, pages}: ExportRun): string | undefined {
  const file = pages.get(path)
  try {
    return file && pageAddress(readPage(file, readText(site.folder, path)), site.config)
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined
    throw error
  }
}
