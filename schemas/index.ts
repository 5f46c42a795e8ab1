import {abstractBlocks} from './blocks/abstractBlocks.ts'
import {blocks} from './blocks/blocks.ts'
import {body} from './blocks/body.ts'
import {button} from './blocks/button.ts'
import {callout} from './blocks/callout.ts'
import {cellBlocks} from './blocks/cellBlocks.ts'
import {codeBlock} from './blocks/codeBlock.ts'
import {divider} from './blocks/divider.ts'
import {embed} from './blocks/embed.ts'
import {figure} from './blocks/figure.ts'
import {footnote} from './blocks/footnote.ts'
import {inlineBlocks} from './blocks/inlineBlocks.ts'
import {mathBlock} from './blocks/mathBlock.ts'
import {rawHtml} from './blocks/rawHtml.ts'
import {rawMarkdown} from './blocks/rawMarkdown.ts'
import {shortcode} from './blocks/shortcode.ts'
import {table} from './blocks/table.ts'
import {tableCell} from './blocks/tableCell.ts'
import {tableRow} from './blocks/tableRow.ts'
import {author} from './documents/author.ts'
import {project} from './documents/project.ts'
import {slideDeck} from './documents/slideDeck.ts'
import {syncRecord} from './documents/syncRecord.ts'
import {talk} from './documents/talk.ts'
import {footnoteReference} from './inline/footnoteReference.ts'
import {icon} from './inline/icon.ts'
import {inlineHtml} from './inline/inlineHtml.ts'
import {inlineImage} from './inline/inlineImage.ts'
import {inlineMarkdown} from './inline/inlineMarkdown.ts'
import {inlineMath} from './inline/inlineMath.ts'
import {inlineShortcode} from './inline/inlineShortcode.ts'
import {listStart} from './inline/listStart.ts'
import {hugoSource} from './objects/hugoSource.ts'
import {organization} from './objects/organization.ts'
import {pageSettings} from './objects/pageSettings.ts'
import {postalAddress} from './objects/postalAddress.ts'
import {profileLink} from './objects/profileLink.ts'
import {talkEvent} from './objects/talkEvent.ts'
import {talkLink} from './objects/talkLink.ts'
import {type Language, sayIn} from './text/say.ts'

const documents = [talk, author, project, slideDeck, syncRecord]
const objects = [talkEvent, postalAddress, talkLink, organization, profileLink, pageSettings, hugoSource]
const arrays = [body, blocks, abstractBlocks, inlineBlocks, cellBlocks]
const inline = [
  inlineMath,
  footnoteReference,
  inlineImage,
  icon,
  inlineShortcode,
  inlineHtml,
  inlineMarkdown,
  listStart,
]
const standing = [figure, codeBlock, callout, table, tableRow, tableCell, mathBlock, embed, button, divider, footnote]
const raw = [shortcode, rawMarkdown, rawHtml]

/** Every type of the content model, its titles and messages in one language. */
export function createSchemaTypes(language: Language) {
  const say = sayIn(language)
  return [documents, objects, arrays, standing, raw, inline].flatMap((types) => types.map((type) => type(say)))
}

/** The content model in English: for tools that need its shape, not its words. */
export const schemaTypes = createSchemaTypes('en')
