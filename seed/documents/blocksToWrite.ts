import {finishedBlocks} from '../markdown/finishedBlocks.ts'
import type {BodyBlock} from '../markdown/types.ts'
import {namePictures} from './namePictures.ts'
import type {Writer} from './writer.ts'

/** The blocks of a field as they are written: finished, and with the names that their pictures get. */
export function blocksToWrite<Block extends BodyBlock>(
  blocks: readonly Block[],
  field: string,
  writer: Writer,
): Block[] {
  const finished = finishedBlocks(blocks)
  for (const name of finished.left) {
    const message = `In "${field}", ${name} has nothing in it yet and was not written: fill it in or remove it in the Studio.`
    writer.notices.push({kind: 'unsupportedBlock', path: writer.page.file.path, field, message})
  }
  return namePictures(finished.blocks, writer)
}
