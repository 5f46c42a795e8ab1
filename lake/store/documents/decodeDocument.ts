import type {LakeDocument} from '../../document.ts'

/** Parses a document as the store wrote it: UTF-8 bytes of JSON. */
export function decodeDocument(body: Uint8Array): LakeDocument {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only documents are written to the column
  return JSON.parse(decodeText(body)) as LakeDocument
}

/** Text as the store wrote it, in UTF-8. */
export function decodeText(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()
}
